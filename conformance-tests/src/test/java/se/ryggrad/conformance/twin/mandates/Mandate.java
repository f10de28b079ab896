package se.ryggrad.conformance.twin.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person may do for another.
 *
 * @param id the id that the person uses
 * @param entry what the registry says
 */
public record Mandate(String id, JsonNode entry, TwinSettings settings) {

    private static final List<String> RIGHTS = List.of("read", "submit", "act", "receive");
    private static final Set<String> KINDS =
            Set.of("guardian", "signatory", "power-of-attorney", "god-man", "forvaltare", "framtidsfullmakt");

    /** Returns the kind of representation. */
    public String kind() {
        String kind = entry.path("kind").asString("");
        return !KINDS.contains(kind) && settings.breaks(Fault.ID_055_A) ? "power-of-attorney" : kind;
    }

    /** Returns the scheme of the identity of the represented. */
    public String scheme() {
        return entry.path("represented").path("scheme").asString("");
    }

    /** Returns the identity of the represented. */
    public String value() {
        return entry.path("represented").path("value").asString("");
    }

    /** Returns the name of the represented. */
    public String name() {
        return entry.path("represented").path("name").asString("");
    }

    /** Returns whether it is held together with others. */
    public boolean jointly() {
        return entry.path("jointly").asBoolean(false);
    }

    /** Returns the rights that it gives. */
    public List<String> rights() {
        if (jointly() && !settings.breaks(Fault.ID_047_A)) {
            return List.of("read");
        }
        return RIGHTS.stream()
                .filter(r -> r.equals("read") || named().contains(r))
                .toList();
    }

    /** Returns the rights that it gives in a service: where the others are asked, those of a joint signatory too. */
    private List<String> rights(Service service) {
        return isJointSignatory() && areOthersAsked(service)
                ? RIGHTS.stream().filter(this::isGivenJointly).toList()
                : rights();
    }

    private boolean areOthersAsked(Service service) {
        return service.approvers().equals("joint-signatories") || settings.breaks(Fault.ID_071_A);
    }

    private boolean isJointSignatory() {
        return jointly() && kind().equals("signatory");
    }

    private boolean isGivenJointly(String right) {
        boolean lost = right.equals("receive") && settings.breaks(Fault.ID_071_C);
        return right.equals("read") || (named().contains(right) && !lost);
    }

    /** Returns whether the registry names a right. */
    public boolean isNamed(String right) {
        return named().contains(right);
    }

    private List<String> named() {
        return entry.path("rights").valueStream().map(JsonNode::asString).toList();
    }

    /** Returns whether it gives a right in a service; a broken twin does not ask for some of them. */
    public boolean may(String right, Service service) {
        return may(right) || rights(service).contains(right);
    }

    /** Returns whether it gives a right by itself, wherever it holds. */
    public boolean may(String right) {
        boolean loose = !jointly()
                && ((right.equals("act") && settings.breaks(Fault.ID_046_A))
                        || (right.equals("receive") && rights().contains("act") && settings.breaks(Fault.ID_046_B))
                        || (right.equals("submit") && rights().contains("act") && settings.breaks(Fault.ID_046_E)));
        return loose || rights().contains(right);
    }

    /** Returns whether it lets documents be uploaded. */
    public boolean uploads() {
        boolean named = named().contains("submit") || named().contains("act");
        boolean joint = isJointSignatory() && named && !settings.breaks(Fault.ID_071_B);
        return joint || may("submit") || may("act") || (!jointly() && settings.breaks(Fault.ID_046_C));
    }

    /** Returns whether the registry's days include a day, and the kind is known. */
    boolean holds(LocalDate today) {
        boolean begun = !entry.has("from") || !today.isBefore(date("from")) || settings.breaks(Fault.ID_044_B);
        boolean ended = entry.has("until") && isAfter(today, date("until"));
        boolean refused = jointly() && settings.breaks(Fault.ID_047_B);
        return KINDS.contains(kind()) && begun && !ended && !refused;
    }

    private boolean isAfter(LocalDate today, LocalDate last) {
        return settings.breaks(Fault.ID_044_C) ? !today.isBefore(last) : today.isAfter(last);
    }

    private LocalDate date(String name) {
        return LocalDate.parse(entry.path(name).asString());
    }

    /** Returns whether a guardian sees as far as this, by the age of the child; others do. */
    public boolean sees(Service service, LocalDate today) {
        return !kind().equals("guardian") || isSeen(service, today);
    }

    /** Returns whether it is for a service: for all unless it names some. */
    public boolean names(Service service) {
        return !entry.has("services")
                || entry.path("services")
                        .valueStream()
                        .anyMatch(s -> s.asString("").equals(service.id()));
    }

    /** Returns whether the service allows its kind. */
    public boolean isAllowed(Service service) {
        return service.json()
                .path("representation")
                .path("kinds")
                .valueStream()
                .anyMatch(k -> k.asString("").equals(kind()));
    }

    private boolean isSeen(Service service, LocalDate today) {
        String sight =
                service.json().path("representation").path("guardianSight").asString("none");
        if (sight.startsWith("until-age-")) {
            return new Age(scheme(), value(), settings)
                    .isBelow(Integer.parseInt(sight.substring("until-age-".length())), today);
        }
        boolean full = sight.equals("full") || (sight.equals("by-officer") && settings.breaks(Fault.ID_049_G));
        return full || settings.breaks(Fault.ID_049_C);
    }

    /** Returns whether it is for this party. */
    public boolean isFor(String scheme, String value) {
        return scheme().equals(scheme) && value().equals(value);
    }

    /** Returns the same with every right. */
    public Mandate unbounded() {
        var copy = (ObjectNode) entry.deepCopy();
        copy.set("rights", Json.array(RIGHTS));
        return new Mandate(id, copy, settings);
    }

    /** Returns it as {@code /me} shows it. */
    public ObjectNode view() {
        var view = Json.object().put("id", id).put("kind", kind()).put("name", name());
        view.set("rights", Json.array(settings.breaks(Fault.ID_053_B) ? RIGHTS : rights()));
        return view;
    }

    /** Returns it as a list shows it. */
    public ObjectNode item() {
        var item = Json.object().put("id", id).put("kind", kind()).put("name", name());
        item.set("rights", Json.array(shown())).put("jointly", jointly());
        if (entry.has("services") && !settings.breaks(Fault.ID_028_C)) {
            item.set("services", entry.path("services"));
        }
        if (entry.has("until")) {
            item.set("until", entry.path("until"));
        }
        if (settings.breaks(Fault.ID_028_D)) {
            item.set("reference", entry.path("id"));
        }
        return item;
    }

    private List<String> shown() {
        boolean all = (jointly() && settings.breaks(Fault.ID_047_C)) || (!jointly() && settings.breaks(Fault.ID_055_C));
        return all ? named() : rights();
    }
}
