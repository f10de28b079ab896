package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.agreeing.Agreement;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;

/** Asks who represents the parties of a case, where their representatives must agree. */
final class Represented {

    private static final Set<String> PERSONS = Set.of("personnummer", "samordningsnummer");

    private final World world;

    Represented(World world) {
        this.world = world;
    }

    /** Asks about the applicants of a case that is about to begin. */
    void askAtFirst(Call call, Optional<Service> service) {
        boolean opened = call.object().path("initiatedBy").asString("").equals("authority");
        service.filter(s -> !opened).ifPresent(s -> ask(call, applicants(call, s), Fault.CASE_094_A));
    }

    /** Asks once more at an action, where it is not known yet. */
    void askAgain(Call call) {
        var unknown = unknown(call);
        if (!unknown.isEmpty() && isTime(call)) {
            ask(call, unknown, Fault.CASE_094_F);
        }
    }

    private boolean isTime(Call call) {
        if (!call.path().endsWith("/actions") || !call.isObject()) {
            return breaks(Fault.CASE_094_D);
        }
        boolean memo = call.object().path("action").asString("").equals("memo");
        return !memo || breaks(Fault.CASE_094_E);
    }

    private void ask(Call call, List<Identity> asked, Fault strict) {
        if (!asked.isEmpty()) {
            call.named(world.representatives().ask(call.caller(), asked, call.trace()));
        }
        boolean silent = asked.stream().anyMatch(a -> call.named().of(a).isEmpty());
        if (silent && breaks(strict)) {
            throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
        }
    }

    private List<Identity> applicants(Call call, Service service) {
        var all = new ArrayList<Identity>();
        var caller = call.caller();
        if (caller.isPerson()) {
            all.add(caller.mandate()
                    .map(m -> new Identity(m.scheme(), m.value()))
                    .orElseGet(() -> new Identity(caller.scheme(), caller.number())));
            if (service.approvers().equals("joint-signatories")) {
                caller.mandate().filter(m -> !m.jointly()).ifPresent(m -> all.clear());
            }
        }
        boolean names = !caller.isPerson() || breaks(Fault.CASE_095_A);
        for (var party : call.object().path("parties").values()) {
            if (names && party.path("role").asString("").equals("applicant")) {
                all.add(identity(party.path("identity")));
            }
        }
        return all.stream().filter(a -> isAsked(service, a)).distinct().toList();
    }

    private static Identity identity(JsonNode node) {
        String scheme = node.path("scheme").asString("");
        return new Identity(
                scheme, IdentityNumber.canonical(scheme, node.path("value").asString("")));
    }

    private static boolean isAsked(Service service, Identity applicant) {
        return switch (service.approvers()) {
            case "guardians" -> PERSONS.contains(applicant.scheme());
            case "joint-signatories" -> applicant.scheme().equals("organisationsnummer");
            default -> false;
        };
    }

    /** Returns those of a case whose representatives are unknown, if the caller may see it. */
    private List<Identity> unknown(Call call) {
        synchronized (world) {
            var file = world.find(call.pathValue("id"))
                    .filter(f -> f.isOngoing() && f.agreement().isPresent())
                    .filter(f -> new Standing(world, f, call.caller(), false, call.ruling()).belongs());
            var agreement = file.flatMap(f -> f.agreement()).filter(a -> !a.isKnown());
            List<String> parties = agreement.map(Agreement::unknown).orElse(List.of());
            return file.stream()
                    .flatMap(f -> f.parties().stream())
                    .filter(p -> parties.contains(p.id()))
                    .map(Party::identity)
                    .toList();
        }
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
