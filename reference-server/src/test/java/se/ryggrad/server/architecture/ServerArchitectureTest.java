package se.ryggrad.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;
import se.ryggrad.architecture.HouseRules;

class ServerArchitectureTest {

    private static final String ROOT = "se.ryggrad.server";
    private static final String WIRING = ROOT + ".wiring..";
    private static final String SECURITY = ROOT + ".security..";
    private static final String DEMO = ROOT + ".demo..";
    private static final String STORES = "se.ryggrad.core.jdbc..";
    private static final String HEALTH = ROOT + ".health..";
    private static final String SETTINGS = ROOT + ".settings..";
    private static final String LAUNCHER = ROOT + ".launcher..";

    private static final HouseRules RULES =
            HouseRules.of(ROOT, 35).standardStreamsIn(LAUNCHER).clocksIn(WIRING);

    @Test
    void keepsTheOrderOfItsPackages() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .ensureAllClassesAreContainedInArchitectureIgnoring(ROOT)
                .layer("wiring")
                .definedBy(WIRING)
                .layer("security")
                .definedBy(SECURITY)
                .layer("health")
                .definedBy(HEALTH)
                .layer("demo")
                .definedBy(DEMO)
                .layer("settings")
                .definedBy(SETTINGS)
                .layer("launcher")
                .definedBy(LAUNCHER)
                .whereLayer("wiring")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("security")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("health")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("demo")
                .mayOnlyBeAccessedByLayers("security")
                .whereLayer("demo")
                .mayNotAccessAnyLayer()
                .whereLayer("settings")
                .mayNotAccessAnyLayer()
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("launcher")
                .mayNotAccessAnyLayer()
                .check(RULES.classes());
    }

    @Test
    void launchesByJavaAlone() {
        noClasses()
                .that()
                .resideInAPackage(LAUNCHER)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", LAUNCHER)
                .check(RULES.classes());
    }

    @Test
    void speaksNoSqlButToTellItsHealth() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HEALTH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "jakarta.persistence..", "org.flywaydb..")
                .check(RULES.classes());
    }

    @Test
    void plugsTheStoresInWhereItIsWired() {
        noClasses()
                .that()
                .resideOutsideOfPackage(WIRING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STORES, "se.ryggrad.api.cases.store..")
                .check(RULES.classes());
    }

    @Test
    void knowsEachPartOfTheContainerInOnePlace() {
        onlyIn(SETTINGS, "org.eclipse.microprofile.config..");
        onlyIn(HEALTH, "org.eclipse.microprofile.health..");
        onlyIn(WIRING, "jakarta.ws.rs..");
    }

    @Test
    void keepsTheHouseRules() {
        RULES.areKept();
    }

    private void onlyIn(String place, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(RULES.classes());
    }
}
