package se.ryggrad.core.rest.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;

/**
 * Is where a request goes: the principal, and the operations of its path.
 *
 * @param principal whose base URL it is below
 * @param path the path below the base URL, with its leading slash
 * @param candidates the operations of the path, one a method
 * @param variables the variable segments
 */
record Route(Principal principal, String path, List<Operation> candidates, List<String> variables) {

    /**
     * Finds the route of a path, still encoded: a trailing slash, an empty segment, a matrix parameter or
     * another case of letters is another path (CORE-008).
     *
     * @param offered what the system has at a principal; any other operation does not exist
     */
    static Optional<Route> of(String rawPath, Principals principals, BiPredicate<PrincipalId, Operation> offered) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        List<String> segments = List.of(path.split("/", -1));
        if (segments.size() < 3 || !"v1".equals(segments.get(1))) {
            return Optional.empty();
        }
        List<String> below = segments.subList(2, segments.size());
        if (below.stream().anyMatch(segment -> segment.isEmpty() || segment.indexOf(';') >= 0)) {
            return Optional.empty();
        }
        return principal(segments.get(0), principals).flatMap(principal -> below(principal, below, offered));
    }

    private static Optional<Route> below(
            Principal principal, List<String> below, BiPredicate<PrincipalId, Operation> offered) {
        List<Operation> candidates = nearest(below).stream()
                .filter(operation -> offered.test(principal.id(), operation))
                .toList();
        return candidates.stream()
                .findFirst()
                .flatMap(operation -> operation.match(below))
                .map(variables -> new Route(principal, '/' + String.join("/", below), candidates, variables));
    }

    /** Returns the operations of the path that names most of {@code segments} itself: one of no variable comes first. */
    private static List<Operation> nearest(List<String> segments) {
        Map<Integer, List<Operation>> byVariables = Operations.ALL.stream()
                .filter(operation -> operation.match(segments).isPresent())
                .collect(Collectors.groupingBy(
                        operation -> operation.match(segments).orElseThrow().size(),
                        TreeMap::new,
                        Collectors.toList()));
        return byVariables.values().stream().findFirst().orElse(List.of());
    }

    private static Optional<Principal> principal(String segment, Principals principals) {
        try {
            return principals.find(new PrincipalId(segment));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    Optional<Operation> operation(String method) {
        String wanted = "HEAD".equals(method) ? "GET" : method;
        return candidates.stream()
                .filter(operation -> operation.method().equals(wanted))
                .findFirst();
    }

    String allow() {
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        for (Operation operation : candidates) {
            methods.add(operation.method());
            if ("GET".equals(operation.method())) {
                methods.add("HEAD");
            }
        }
        return String.join(", ", methods);
    }
}
