package se.ryggrad.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

class ApiArchitectureTest {

    private static final String ROOT = "se.ryggrad.api";
    private static final HouseRules RULES = HouseRules.of(ROOT, 80);

    @Test
    void dependsOnNothingButJava() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ROOT + "..")
                .check(RULES.classes());
    }

    @Test
    void typesAreOpenOnlyWhereTheyAreInterfaces() {
        DescribedPredicate<JavaClass> topLevel =
                DescribedPredicate.describe("top-level types", JavaClass::isTopLevelClass);
        classes()
                .that(topLevel)
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(RULES.classes());
    }

    @Test
    void hasNoSetters() {
        noMethods().should().haveNameMatching("(set|get)[A-Z].*").check(RULES.classes());
    }

    @Test
    void keepsTheHouseRules() {
        RULES.areKept();
    }

    @Test
    void keepsItsTestsInShape() {
        HouseRules.ofTests("se.ryggrad", 15).areKeptInShape();
    }
}
