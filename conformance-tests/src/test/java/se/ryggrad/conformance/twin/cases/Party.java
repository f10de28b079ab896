package se.ryggrad.conformance.twin.cases;

import java.time.LocalDate;
import java.util.List;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/**
 * A party of a case.
 *
 * @param person the opaque id of the person, or empty
 */
public record Party(
        String id,
        String role,
        String scheme,
        String value,
        String name,
        List<String> rights,
        LocalDate from,
        String person) {

    private static final List<String> ALL =
            List.of("see", "supplement", "respond", "withdraw", "appeal", "be-notified");

    /** Returns the rights that a role gives when nothing else is said. */
    public static List<String> defaultRights(String role) {
        return switch (role) {
            case "applicant" -> ALL;
            case "co-applicant", "counterparty" ->
                ALL.stream().filter(r -> !r.equals("withdraw")).toList();
            case "concerned" -> List.of("respond", "be-notified");
            case "subject" -> List.of("see", "be-notified");
            default -> List.of("be-notified");
        };
    }

    /** Returns the party without a right. */
    public Party without(String right) {
        return with(rights.stream().filter(r -> !r.equals(right)).toList());
    }

    /** Returns the party with one right more. */
    public Party with(String right) {
        var more = new java.util.ArrayList<>(rights);
        more.add(right);
        return with(more);
    }

    private Party with(List<String> other) {
        return new Party(id, role, scheme, value, name, other, from, person);
    }

    /** Returns the identity. */
    public Identity identity() {
        return new Identity(scheme, value);
    }

    /** Returns whether the party is one of those who began the case. */
    public boolean initiates() {
        return role.equals("applicant") || role.equals("co-applicant");
    }

    /** Returns whether the party has a right. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** Returns the party as a reader sees it. */
    public ObjectNode view(boolean withValue, boolean self) {
        var view = Json.object().put("id", id).put("role", role).put("self", self);
        var identity = view.putObject("identity").put("scheme", scheme);
        if (withValue && !value.isEmpty()) {
            identity.put("value", value);
        }
        if (!name.isEmpty()) {
            view.put("name", name);
        }
        view.set("rights", Json.array(ALL.stream().filter(rights::contains).toList()));
        return view.put("from", from.toString());
    }
}
