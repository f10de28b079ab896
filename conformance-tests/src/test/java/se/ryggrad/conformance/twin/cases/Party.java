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
 * @param until the day on which the party ended, or empty
 * @param ground why the party ended, or empty
 */
public record Party(
        String id,
        String role,
        String scheme,
        String value,
        String name,
        List<String> rights,
        LocalDate from,
        String person,
        String until,
        String ground) {

    private static final List<String> ALL =
            List.of("see", "supplement", "respond", "withdraw", "appeal", "be-notified");

    /** A party that has not ended. */
    public Party(
            String id,
            String role,
            String scheme,
            String value,
            String name,
            List<String> rights,
            LocalDate from,
            String person) {
        this(id, role, scheme, value, name, rights, from, person, "", "");
    }

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

    /** Returns the party with other rights. */
    public Party with(List<String> other) {
        return new Party(id, role, scheme, value, name, other, from, person, until, ground);
    }

    /** Returns the party in another role. */
    public Party as(String other) {
        return new Party(id, other, scheme, value, name, rights, from, person, until, ground);
    }

    /** Returns the party under another name. */
    public Party named(String other) {
        return new Party(id, role, scheme, value, other, rights, from, person, until, ground);
    }

    /** Returns the party under another id: what a twin does that replaces whom it changes. */
    public Party again(String other) {
        return new Party(other, role, scheme, value, name, rights, from, person, until, ground);
    }

    /** Returns the party with another number. */
    public Party numbered(String otherScheme, String otherValue, String otherPerson) {
        return new Party(id, role, otherScheme, otherValue, name, rights, from, otherPerson, until, ground);
    }

    /** Returns the party, ended on a day. */
    public Party ended(String day, String why) {
        return new Party(id, role, scheme, value, name, rights, from, person, day, why);
    }

    /** Returns whether the party has ended. */
    public boolean isEnded() {
        return !until.isEmpty();
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
        view.put("from", from.toString());
        if (isEnded()) {
            view.put("until", until);
        }
        return ground.isEmpty() ? view : view.put("ground", ground);
    }
}
