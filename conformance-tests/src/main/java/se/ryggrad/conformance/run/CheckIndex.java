package se.ryggrad.conformance.run;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;

/** Knows the checks and what each of them proves. */
public final class CheckIndex {

    /** The package below which checks lie. */
    static final String PACKAGE = "se.ryggrad.conformance.checks";

    private final List<Class<?>> classes;
    private final Map<String, Check> checks = new TreeMap<>();

    CheckIndex(List<Class<?>> classes) {
        this.classes = List.copyOf(classes);
        for (Class<?> type : classes) {
            for (Method method :
                    AnnotationSupport.findAnnotatedMethods(type, Requirement.class, HierarchyTraversalMode.TOP_DOWN)) {
                Check check = Check.of(type, method);
                checks.put(check.name(), check);
            }
        }
    }

    /** Finds the checks on the class path. */
    public static CheckIndex scan() {
        return new CheckIndex(ReflectionSupport.findAllClassesInPackage(
                PACKAGE, type -> AnnotationSupport.isAnnotated(type, ConformanceCheck.class), name -> true));
    }

    /** Returns the checks in order of their names. */
    public List<Check> checks() {
        return List.copyOf(checks.values());
    }

    /** Returns the names of the checks of a requirement. */
    public List<String> checksOf(String requirement) {
        return checks.values().stream()
                .filter(c -> c.requirements().contains(requirement))
                .map(Check::name)
                .toList();
    }

    /** Returns the classes of the checks that prove any of the requirements, of those that run afterwards or of the others. */
    List<Class<?>> classes(Set<String> requirements, boolean afterwards) {
        Set<String> names = checks.values().stream()
                .filter(c -> c.afterwards() == afterwards && provesAny(c, requirements))
                .map(c -> c.name().substring(0, c.name().indexOf('#')))
                .collect(Collectors.toSet());
        return classes.stream().filter(c -> names.contains(c.getSimpleName())).toList();
    }

    Optional<Check> find(Optional<TestSource> source) {
        return source.filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(m -> checks.get(Check.named(m.getJavaClass(), m.getMethodName())));
    }

    boolean provesAny(Check check, Set<String> requirements) {
        List<String> proven = new ArrayList<>(check.requirements());
        proven.retainAll(requirements);
        return !proven.isEmpty();
    }

    /**
     * One check.
     *
     * @param name class and method
     * @param requirements what it proves
     * @param afterwards whether it runs after the other checks
     */
    public record Check(String name, List<String> requirements, boolean afterwards) {

        /** Copies the requirements. */
        public Check {
            requirements = List.copyOf(requirements);
        }

        static Check of(Class<?> type, Method method) {
            List<String> ids = AnnotationSupport.findAnnotation(method, Requirement.class)
                    .map(r -> Arrays.asList(r.value()))
                    .orElse(List.of());
            return new Check(
                    named(type, method.getName()), ids, AnnotationSupport.isAnnotated(method, Afterwards.class));
        }

        static String named(Class<?> type, String method) {
            return type.getSimpleName() + "#" + method;
        }
    }
}
