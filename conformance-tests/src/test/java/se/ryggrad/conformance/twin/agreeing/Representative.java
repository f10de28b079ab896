package se.ryggrad.conformance.twin.agreeing;

import java.time.LocalDate;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;

/** Somebody who may represent a party, as a registry names them. */
public record Representative(JsonNode entry) {

    /** Returns the number. */
    public Identity identity() {
        var who = entry.path("representative");
        return new Identity(who.path("scheme").asString(""), who.path("value").asString(""));
    }

    /** Returns what else the registry says of them, which nobody is to read. */
    public String name() {
        return entry.at("/representative/name").asString("");
    }

    /** Returns whether they are among those who must agree in a service, for a kind of representation. */
    public boolean isToAgree(Service service, String kind, LocalDate today, TwinSettings settings) {
        boolean fits = entry.path("kind").asString("").equals(kind) && isJointEnough(kind, settings);
        return fits && isIn(service, settings) && mayAct(settings) && holds(today, settings);
    }

    private boolean isJointEnough(String kind, TwinSettings settings) {
        boolean jointly = entry.path("jointly").asBoolean(false);
        return kind.equals("guardian") || jointly || settings.breaks(Fault.ID_070_C);
    }

    private boolean mayAct(TwinSettings settings) {
        boolean named =
                entry.path("rights").valueStream().anyMatch(r -> r.asString("").equals("act"));
        return named || settings.breaks(Fault.ID_070_B);
    }

    private boolean isIn(Service service, TwinSettings settings) {
        boolean named = !entry.has("services")
                || entry.path("services")
                        .valueStream()
                        .anyMatch(s -> s.asString("").equals(service.id()));
        return named || settings.breaks(Fault.ID_070_H);
    }

    private boolean holds(LocalDate today, TwinSettings settings) {
        boolean begun = !entry.has("from") || !today.isBefore(date("from")) || settings.breaks(Fault.ID_070_G);
        boolean ended = entry.has("until") && today.isAfter(date("until")) && !settings.breaks(Fault.ID_070_A);
        return begun && !ended;
    }

    private LocalDate date(String name) {
        return LocalDate.parse(entry.path(name).asString());
    }
}
