package se.ryggrad.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Holds the rules of architecture that every module keeps. */
public final class HouseRules {

    private static final int TYPES_IN_A_PACKAGE = 15;
    private static final ArchCondition<JavaClass> LIVE_IN_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("live in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class)
                            || type.getPackageName().isEmpty();
                    events.add(new SimpleConditionEvent(type, marked, type.getName()));
                }
            };

    private final JavaClasses classes;

    private HouseRules(JavaClasses classes) {
        this.classes = classes;
    }

    /**
     * Imports the compiled main classes of a module.
     *
     * @param root the root package of the module
     * @param atLeast how many classes there are at least, so that no rule passes on nothing
     */
    public static HouseRules of(String root, int atLeast) {
        JavaClasses imported = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
        assertThat(imported.size()).as("imported classes of " + root).isGreaterThanOrEqualTo(atLeast);
        return new HouseRules(imported);
    }

    /** Returns the imported classes, for a module's own rules. */
    public JavaClasses classes() {
        return classes;
    }

    /** Checks that no packages need each other in a circle. */
    public void packagesAreFreeOfCycles(String root) {
        slices().matching(root + ".(**)").should().beFreeOfCycles().check(classes);
    }

    /** Checks that every package says that nothing is null unless it says so. */
    public void packagesAreNullMarked() {
        ArchRuleDefinition.classes().should(LIVE_IN_A_NULL_MARKED_PACKAGE).check(classes);
    }

    /** Checks that names say what a type is for. */
    public void namesAreMeaningful() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Constants)")
                .orShould()
                .resideInAPackage("..common..")
                .check(classes);
    }

    /** Checks that packages stay small enough to read. */
    public void packagesAreSmall() {
        Map<String, Long> sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= TYPES_IN_A_PACKAGE);
        assertThat(sizes)
                .as("packages of more than %d types", TYPES_IN_A_PACKAGE)
                .isEmpty();
    }

    /** Checks that nothing but {@code allowed} packages writes to the standard streams. */
    public void standardStreamsStayIn(String... allowed) {
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    /** Checks that time comes from a clock that somebody gave, save in {@code allowed} packages. */
    public void clocksAreInjected(String... allowed) {
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .check(classes);
    }

    /** Checks that the module logs by {@link System.Logger} and injects by constructor. */
    public void librariesStayOut(String... packages) {
        String[] banned = Arrays.copyOf(packages, packages.length + 1);
        banned[packages.length] = "java.util.logging..";
        noClasses().should().dependOnClassesThat().resideInAnyPackage(banned).check(classes);
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(classes);
    }
}
