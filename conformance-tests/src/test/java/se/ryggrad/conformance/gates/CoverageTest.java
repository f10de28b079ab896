package se.ryggrad.conformance.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Level;
import se.ryggrad.conformance.run.CheckIndex;
import se.ryggrad.conformance.run.Inventory;

class CoverageTest {

    private final Inventory inventory = Inventory.load();

    @Test
    void everyBindingRequirementHasACheckOrAReason() {
        List<String> bare = inventory.requirements().entries().stream()
                .filter(entry -> entry.level() == Level.MUST && entry.testable())
                .map(Entry::id)
                .filter(id -> inventory.checksOf(id).isEmpty())
                .toList();

        assertThat(bare).as("binding requirements without a check").isEmpty();
    }

    @Test
    void everyCheckProvesARequirementThatExistsAndCanBeTested() {
        Set<String> testable = inventory.requirements().entries().stream()
                .filter(Entry::testable)
                .map(Entry::id)
                .collect(Collectors.toSet());

        assertThat(inventory.checks().checks())
                .hasSizeGreaterThan(150)
                .allSatisfy(check -> assertThat(testable).as(check.name()).containsAll(check.requirements()));
    }

    @Test
    void everyCheckIsNamedAfterARequirementThatItProves() {
        assertThat(inventory.checks().checks()).allSatisfy(check -> {
            String method = check.name().substring(check.name().indexOf('#') + 1);
            assertThat(check.requirements().stream().map(CoverageTest::prefix))
                    .as(check.name())
                    .anyMatch(method::startsWith);
        });
    }

    @Test
    void everyTestAmongTheChecksNamesARequirement() {
        List<Method> methods =
                ReflectionSupport.findAllClassesInPackage("se.ryggrad.conformance.checks", type -> true, name -> true)
                        .stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .toList();

        assertThat(methods).hasSizeGreaterThan(150).allSatisfy(method -> {
            assertThat(method.isAnnotationPresent(Requirement.class))
                    .as(method.toString())
                    .isTrue();
            assertThat(AnnotationSupport.isAnnotated(method.getDeclaringClass(), ConformanceCheck.class))
                    .as(method.toString())
                    .isTrue();
        });
    }

    @Test
    void everyMutantBreaksARequirementThatExists() {
        Set<String> known = inventory.requirements().byId().keySet();

        assertThat(inventory.mutants()).allSatisfy(mutant -> {
            assertThat(known).contains(mutant.requirement());
            assertThat(mutant.id()).startsWith(mutant.requirement() + "-");
        });
        assertThat(inventory.mutants()).extracting(Inventory.Mutant::id).doesNotHaveDuplicates();
    }

    @Test
    void findsChecksByTheirRequirement() {
        assertThat(CheckIndex.scan().checksOf("CORE-001"))
                .contains("ProblemCheck#core001_tellsEveryKindOfFaultAsAProblem");
    }

    private static String prefix(String id) {
        return id.replace("-", "").toLowerCase(Locale.ROOT) + "_";
    }
}
