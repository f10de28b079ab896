package se.ryggrad.conformance.twin.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.mandates.Mandate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads who takes part in a new case, and when and how it came. */
final class Facts {

    private final World world;
    private final Call call;
    private final ObjectNode body;

    Facts(World world, Call call, ObjectNode body) {
        this.world = world;
        this.call = call;
        this.body = body;
    }

    /** Returns the day of arrival. */
    LocalDate receivedOn() {
        if (call.caller().isPerson()
                || call.caller().isAnonymous()
                || world.settings().breaks(Fault.CASE_041_A)
                || !body.path("receivedOn").isString()) {
            return world.today();
        }
        try {
            return LocalDate.parse(body.path("receivedOn").asString());
        } catch (java.time.format.DateTimeParseException e) {
            return world.today();
        }
    }

    /** Gathers faults. */
    void check(Work work, boolean registrar) {
        boolean open = registrar || body.path("initiatedBy").asString("").equals("authority");
        for (String name : List.of("channel", "receivedOn", "relations")) {
            boolean loose = work.settings().breaks(Fault.CASE_043_B);
            work.faultIf(!open && !loose && body.has(name), "/" + name, "unknown-member");
        }
        if (open) {
            work.notInFuture("receivedOn", Fault.CASE_043_A);
        }
        var parties = body.path("parties");
        work.faultIf(call.caller().isAnonymous() && body.has("parties"), "/parties", "unknown-member");
        for (int i = 0; i < parties.size(); i++) {
            identity(work, parties.get(i).path("identity"), "/parties/" + i + "/identity/value");
            work.faultIf(
                    call.caller().isPerson()
                            && parties.get(i).has("rights")
                            && !work.settings().breaks(Fault.CASE_011_C),
                    "/parties/" + i + "/rights",
                    "unknown-member");
            work.faultIf(
                    passesBy(work, parties.get(i).path("role").asString("")),
                    "/parties/" + i + "/role",
                    "unknown-value");
        }
        if (work.settings().breaks(Fault.CORE_019_A)) {
            work.faults().removeIf(f -> f.code().equals("unknown-value"));
        }
    }

    /** Returns whether a person names somebody who would apply without those who must agree for them. */
    private boolean passesBy(Work work, String role) {
        boolean applies = role.equals("applicant") || role.equals("co-applicant");
        boolean represented = List.of("guardians", "joint-signatories")
                .contains(work.file().service().approvers());
        return call.caller().isPerson()
                && represented
                && applies
                && !work.settings().breaks(Fault.CASE_095_A)
                && !(role.equals("co-applicant") && work.settings().breaks(Fault.CASE_095_B));
    }

    /** Gathers the faults of an identity number. */
    static void identity(Work work, JsonNode identity, String pointer) {
        String scheme = identity.path("scheme").asString("");
        if (scheme.isEmpty() || scheme.equals("none")) {
            return;
        }
        if (!identity.has("value")) {
            work.fault(pointer, "required");
        } else if (identity.path("value").isString()
                && !isValid(work, scheme, identity.path("value").asString())) {
            work.fault(pointer, "format");
        }
    }

    private static boolean isValid(Work work, String scheme, String value) {
        boolean loose = work.settings().breaks(Fault.CASE_081_A) && scheme.equals("organisationsnummer");
        boolean mixed = work.settings().breaks(Fault.CASE_081_B);
        boolean any = scheme.equals("prid") && work.settings().breaks(Fault.ID_066_B);
        return IdentityNumber.isValid(scheme, value)
                || any
                || (loose && value.matches("[0-9]{10}"))
                || (mixed && IdentityNumber.isValid("samordningsnummer", value));
    }

    /** Returns the parties of the new case: whoever applies, and those named. */
    List<Party> parties(Work work) {
        var parties = new ArrayList<Party>();
        var caller = call.caller();
        if (caller.isPerson() || caller.isAnonymous()) {
            var rights = new ArrayList<>(Party.defaultRights("applicant"));
            if (work.settings().breaks(Fault.CASE_010_A)) {
                rights.remove("appeal");
            }
            parties.add(caller.mandate()
                    .map(m -> represented(m, rights, work))
                    .orElseGet(() -> own("applicant", rights, work)));
            if (caller.mandate().isPresent() && work.settings().breaks(Fault.ID_050_A)) {
                parties.add(own("co-applicant", Party.defaultRights("co-applicant"), work));
            }
        }
        boolean lost = caller.isPerson() && work.settings().breaks(Fault.CASE_011_D);
        if (!lost) {
            boolean asGiven = !work.settings().breaks(Fault.CASE_011_E);
            var from = work.file().receivedOn();
            body.path("parties").forEach(entry -> parties.add(party(entry, asGiven, from)));
        }
        return parties;
    }

    private Party own(String role, List<String> rights, Work work) {
        var caller = call.caller();
        boolean lost = caller.scheme().equals("prid") && work.settings().breaks(Fault.ID_068_B);
        return new Party(
                UUID.randomUUID().toString(),
                role,
                caller.scheme(),
                caller.number(),
                caller.name(),
                rights,
                work.file().receivedOn(),
                lost ? "" : caller.id());
    }

    private Party represented(Mandate mandate, List<String> rights, Work work) {
        return new Party(
                UUID.randomUUID().toString(),
                "applicant",
                mandate.scheme(),
                mandate.value(),
                work.settings().breaks(Fault.ID_050_D) ? call.caller().name() : mandate.name(),
                rights,
                work.file().receivedOn(),
                person(mandate.scheme(), mandate.value()));
    }

    /** Returns the opaque id of whoever has a number, or empty. */
    String person(String scheme, String value) {
        return scheme.equals("none") || scheme.equals("organisationsnummer")
                ? ""
                : world.claims().personId(scheme, value);
    }

    /** Returns the party that an entry names; its rights count unless a twin ignores them. */
    Party party(JsonNode entry, boolean asGiven, LocalDate from) {
        String role = entry.path("role").asString();
        String scheme = entry.path("identity").path("scheme").asString();
        String value = written(scheme, entry.path("identity").path("value").asString(""));
        boolean lost = scheme.equals("prid") && world.settings().breaks(Fault.ID_068_C);
        var rights = entry.has("rights") && asGiven
                ? entry.path("rights").valueStream().map(JsonNode::asString).toList()
                : Party.defaultRights(role);
        return new Party(
                UUID.randomUUID().toString(),
                role,
                scheme,
                value,
                entry.path("name").asString(""),
                rights,
                from,
                lost ? "" : person(scheme, value));
    }

    private String written(String scheme, String value) {
        String canonical = IdentityNumber.canonical(scheme, value);
        boolean asSent = !canonical.equals(value) && world.settings().breaks(Fault.ID_067_B);
        return asSent ? value : canonical;
    }
}
