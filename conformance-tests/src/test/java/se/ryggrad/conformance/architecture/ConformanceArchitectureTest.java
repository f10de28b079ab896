package se.ryggrad.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import se.ryggrad.architecture.HouseRules;

class ConformanceArchitectureTest {

    private static final String ROOT = "se.ryggrad.conformance";
    private static final String[] OTHERS = {"se.ryggrad.api..", "se.ryggrad.core..", "se.ryggrad.server.."};

    // The suite judges a process of its own time, so that what it sends and measures is of the machine's.
    private static final HouseRules RULES = HouseRules.of(ROOT, 150)
            .standardStreamsIn(ROOT + ".cli..")
            .clocksIn(
                    ROOT + ".check",
                    ROOT + ".checks..",
                    ROOT + ".doctor",
                    ROOT + ".fixture..",
                    ROOT + ".http",
                    ROOT + ".issuer",
                    ROOT + ".run");

    @Test
    void sharesNoCodeWithWhatItJudges() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(OTHERS).check(RULES.classes());
    }

    @Test
    void sharesNoCodeBetweenTheTwinAndWhatTheSuiteJudges() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OTHERS)
                .check(HouseRules.ofTests(ROOT, 100).classes());
    }

    @Test
    void judgesByTheAnswersAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".checks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".cli..", ROOT + ".report..", ROOT + ".run..")
                .check(RULES.classes());
    }

    @Test
    void keepsTheHouseRules() {
        RULES.areKept();
    }
}
