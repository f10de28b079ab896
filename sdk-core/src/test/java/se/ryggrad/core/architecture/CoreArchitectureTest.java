package se.ryggrad.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.architecture.HouseRules;
import se.ryggrad.core.jdbc.sql.SchemaMigration;

class CoreArchitectureTest {

    private static final String ROOT = "se.ryggrad.core";
    private static final String JDBC = ROOT + ".jdbc..";
    private static final HouseRules RULES = HouseRules.of(ROOT, 150).clocksIn(ROOT + ".cdi..");

    @Test
    void keepsTheOrderOfItsPackages() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .ensureAllClassesAreContainedInArchitectureIgnoring(ROOT)
                .layer("json")
                .definedBy(ROOT + ".json..", ROOT + ".text..", ROOT + ".digest..", ROOT + ".http..")
                .layer("rules")
                .definedBy(
                        ROOT + ".identity..",
                        ROOT + ".registry..",
                        ROOT + ".catalog..",
                        ROOT + ".cases..",
                        ROOT + ".messaging..",
                        ROOT + ".minasidor..",
                        ROOT + ".events..",
                        ROOT + ".webhooks..",
                        ROOT + ".work..")
                .layer("memory")
                .definedBy(ROOT + ".memory..")
                .layer("jdbc")
                .definedBy(JDBC)
                .layer("rest")
                .definedBy(ROOT + ".rest..")
                .layer("client")
                .definedBy(ROOT + ".client..")
                .layer("cdi")
                .definedBy(ROOT + ".cdi..")
                .whereLayer("client")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cdi")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jdbc")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("jdbc")
                .mayOnlyAccessLayers("rules", "json")
                .whereLayer("memory")
                .mayOnlyBeAccessedByLayers("cdi")
                .whereLayer("rest")
                .mayOnlyBeAccessedByLayers("cdi")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("memory", "jdbc", "rest", "cdi")
                .check(RULES.classes());
    }

    @Test
    void knowsAJsonLibraryInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.json..", "org.erdtman..")
                .check(RULES.classes());
    }

    @Test
    void knowsTheContainerAtItsEdgeAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".rest..", ROOT + ".cdi..", ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..")
                .check(RULES.classes());
    }

    @Test
    void readsSettingsInTheWiringAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cdi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile..")
                .check(RULES.classes());
    }

    @Test
    void knowsTheDatabaseInItsStoresAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JDBC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.flywaydb..")
                .check(RULES.classes());
    }

    /** An embedder who migrates the schema another way has no Flyway. */
    @Test
    void needsFlywayInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SchemaMigration.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SchemaMigration.class)
                .check(RULES.classes());
    }

    @Test
    void keepsTheStoreOfCasesAwayFromHttp() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".rest..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CaseStore.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".memory..")
                .check(RULES.classes());
    }

    @Test
    void keepsTheHouseRules() {
        RULES.areKept();
    }

    @Test
    void keepsItsTestsInShape() {
        HouseRules.ofTests(ROOT, 30).areKeptInShape();
    }
}
