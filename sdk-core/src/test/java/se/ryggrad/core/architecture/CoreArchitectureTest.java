package se.ryggrad.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;
import se.ryggrad.architecture.HouseRules;

class CoreArchitectureTest {

    private static final String ROOT = "se.ryggrad.core";
    private final HouseRules rules = HouseRules.of(ROOT, 150);

    @Test
    void keepsTheOrderOfItsPackages() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("json")
                .definedBy(ROOT + ".json..", ROOT + ".text..")
                .layer("rules")
                .definedBy(ROOT + ".identity..", ROOT + ".catalog..", ROOT + ".cases..", ROOT + ".documents..")
                .layer("memory")
                .definedBy(ROOT + ".memory..")
                .layer("rest")
                .definedBy(ROOT + ".rest..")
                .layer("cdi")
                .definedBy(ROOT + ".cdi..")
                .whereLayer("cdi")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("memory")
                .mayOnlyBeAccessedByLayers("cdi")
                .whereLayer("rest")
                .mayOnlyBeAccessedByLayers("cdi")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("memory", "rest", "cdi")
                .check(rules.classes());
    }

    @Test
    void knowsAJsonLibraryInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.json..", "org.erdtman..")
                .check(rules.classes());
    }

    @Test
    void knowsTheContainerAtItsEdgeAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".rest..", ROOT + ".cdi..", ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..")
                .check(rules.classes());
    }

    @Test
    void readsSettingsInTheWiringAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cdi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile..")
                .check(rules.classes());
    }

    @Test
    void keepsTheHouseRules() {
        rules.packagesAreFreeOfCycles(ROOT);
        rules.packagesAreNullMarked();
        rules.packagesAreSmall();
        rules.namesAreMeaningful();
        rules.standardStreamsStayIn();
        rules.clocksAreInjected();
        rules.librariesStayOut();
    }
}
