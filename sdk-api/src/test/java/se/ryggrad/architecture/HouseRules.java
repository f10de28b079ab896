package se.ryggrad.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds the rules of architecture that every module keeps. */
public final class HouseRules {

    private static final int TYPES_IN_A_PACKAGE = 15;

    private final String root;
    private final JavaClasses classes;
    private final DescribedPredicate<JavaClass> silent;
    private final DescribedPredicate<JavaClass> timeless;

    private HouseRules(
            String root,
            JavaClasses classes,
            DescribedPredicate<JavaClass> silent,
            DescribedPredicate<JavaClass> timeless) {
        this.root = root;
        this.classes = classes;
        this.silent = silent;
        this.timeless = timeless;
    }

    /**
     * Imports the compiled main classes of a module.
     *
     * @param root the root package of the module
     * @param atLeast how many classes there are at least, so that no rule passes on nothing
     */
    public static HouseRules of(String root, int atLeast) {
        return imported(root, atLeast, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
    }

    /** Imports the compiled test classes of a module, as {@link #of} does its main classes. */
    public static HouseRules ofTests(String root, int atLeast) {
        return imported(root, atLeast, ImportOption.Predefined.ONLY_INCLUDE_TESTS);
    }

    private static HouseRules imported(String root, int atLeast, ImportOption option) {
        JavaClasses imported = new ClassFileImporter()
                .withImportOption(option)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(root);
        assertThat(imported.size()).as("imported classes of " + root).isGreaterThanOrEqualTo(atLeast);
        return new HouseRules(root, imported, resideOutsideOfPackages(), resideOutsideOfPackages());
    }

    /** Lets {@code packages}, and no other, write to the standard streams. */
    public HouseRules standardStreamsIn(String... packages) {
        return new HouseRules(root, classes, resideOutsideOfPackages(packages), timeless);
    }

    /** Lets {@code packages}, and no other, ask the machine what time it is. */
    public HouseRules clocksIn(String... packages) {
        return new HouseRules(root, classes, silent, resideOutsideOfPackages(packages));
    }

    /** Returns the imported classes, for a module's own rules. */
    public JavaClasses classes() {
        return classes;
    }

    /** Checks every rule of the house. */
    public void areKept() {
        areKeptInShape();
        packagesAreNullMarked();
        standardStreamsStayInPlace();
        clocksAreInjected();
        loggingAndInjectionAreThoseOfTheHouse();
    }

    /** Checks those rules that tests keep as well: no cycles, small packages, names that say something. */
    public void areKeptInShape() {
        slices().matching(root + ".(**)").should().beFreeOfCycles().check(classes);
        packagesAreSmall();
        namesAreMeaningful();
    }

    private void packagesAreNullMarked() {
        ArchRuleDefinition.classes().should(new NullMarking()).check(classes);
    }

    private void namesAreMeaningful() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Constants)")
                .orShould()
                .resideInAPackage("..common..")
                .check(classes);
    }

    private void packagesAreSmall() {
        Map<String, Long> sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= TYPES_IN_A_PACKAGE);
        assertThat(sizes)
                .as("packages of more than %d types", TYPES_IN_A_PACKAGE)
                .isEmpty();
    }

    private void standardStreamsStayInPlace() {
        noClasses()
                .that(silent)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(classes);
    }

    private void clocksAreInjected() {
        noClasses().that(timeless).should().callCodeUnitWhere(new MachineTime()).check(classes);
    }

    private void loggingAndInjectionAreThoseOfTheHouse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(classes);
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(classes);
    }
}
