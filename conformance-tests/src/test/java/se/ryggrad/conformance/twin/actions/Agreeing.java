package se.ryggrad.conformance.twin.actions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.agreeing.Agreement;
import se.ryggrad.conformance.twin.agreeing.Representative;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.mandates.Mandate;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/** Asks those who must agree on a case, and reckons how many must. */
final class Agreeing {

    private static final Set<String> PERSONS = Set.of("personnummer", "samordningsnummer");

    private final Work work;
    private final CaseFile file;

    Agreeing(Work work) {
        this.work = work;
        this.file = work.file();
    }

    /** One who must agree: a party, or somebody who represents them; the rest is of the registry and is not told. */
    private record Agreer(String party, String person, String right, String name, String value) {

        private String key() {
            return party + " " + person;
        }
    }

    /** Begins to count who agrees, where the service wants it, and says what is to be done to ask the others. */
    Runnable begin() {
        if (file.service().approvers().isEmpty()) {
            return () -> {};
        }
        var self = work.standing().self();
        String party = self.isEmpty() ? "" : self.get(0).id();
        String person = byParties() ? "" : work.standing().caller().id();
        var agreement = new Agreement(file.service().quorum(), file.requests(), unknown(), party + " " + person);
        file.agreement(agreement);
        if (hasAgreed()) {
            agreement.give();
        }
        var asked = reckoned(agreement);
        if (agreement.awaits() && breaks(Fault.CASE_091_E)) {
            work.world().cases().remove(file.id());
            throw Fail.of(ProblemType.STATE_CONFLICT);
        }
        return () -> asked.forEach(this::request);
    }

    /** Asks those whom no registry named before, if one does now. */
    void again() {
        file.agreement()
                .filter(a -> !a.isKnown() && file.isOngoing() && !breaks(Fault.CASE_094_C))
                .ifPresent(a -> reckoned(a).forEach(this::request));
    }

    /** Asks a party who was added, if more must agree for their sake. */
    void joined(Party party) {
        boolean twice = file.active().stream()
                .anyMatch(p -> !p.id().equals(party.id())
                        && p.initiates()
                        && p.identity().equals(party.identity()));
        boolean counts = byParties()
                && party.role().equals("co-applicant")
                && (!twice || party.scheme().equals("none"));
        var agreement = file.agreement().filter(a -> counts && (file.isOngoing() || breaks(Fault.HAND_092_C)));
        if (agreement.isPresent() && agreement.get().reckon(1, work.settings()) && !breaks(Fault.HAND_092_A)) {
            request(new Agreer(party.id(), "", "", "", ""));
            if (!breaks(Fault.HAND_092_B)) {
                note();
            }
        }
    }

    /** Notes whether an approval is missing. */
    void note() {
        boolean known = file.agreement().filter(Agreement::isKnown).isPresent();
        file.note(file.awaitsApproval() && (known || !breaks(Fault.CASE_091_D)));
    }

    private List<Agreer> reckoned(Agreement agreement) {
        var all = agreers(agreement);
        if (all.isEmpty()) {
            if (breaks(Fault.CASE_094_B)) {
                agreement.suffice();
            }
            note();
            return List.of();
        }
        var others = all.get().stream()
                .filter(a -> !a.key().equals(agreement.submitter()))
                .toList();
        agreement.reckon(others.size(), work.settings());
        note();
        boolean every = byParties() && breaks(Fault.CASE_092_A);
        return agreement.awaits() ? (every ? all.get() : others) : List.of();
    }

    private boolean byParties() {
        return file.service().approvers().equals("co-applicants");
    }

    private String kind() {
        return file.service().approvers().equals("guardians") ? "guardian" : "signatory";
    }

    /** Returns the parties of whom the registry must say who represents them. */
    private List<String> unknown() {
        if (byParties()) {
            return List.of();
        }
        boolean guardians = kind().equals("guardian");
        return file.active().stream()
                .filter(p -> p.role().equals("applicant"))
                .filter(p ->
                        guardians ? PERSONS.contains(p.scheme()) : p.scheme().equals("organisationsnummer"))
                .filter(p -> guardians || !isActedForAlone(p))
                .map(Party::id)
                .toList();
    }

    private boolean isActedForAlone(Party party) {
        return mandate()
                .filter(m -> !m.jointly() && m.isFor(party.scheme(), party.value()))
                .isPresent();
    }

    private Optional<Mandate> mandate() {
        return work.standing().caller().mandate();
    }

    /** Returns whether whoever begins the case is one of those who must agree. */
    private boolean hasAgreed() {
        var caller = work.standing().caller();
        if (!caller.isPerson()) {
            return caller.isOfficer() && breaks(Fault.CASE_090_A);
        }
        if (byParties()) {
            boolean proxy = mandate().isPresent() && breaks(Fault.CASE_090_B);
            return work.standing().self().stream().anyMatch(Party::initiates) && !proxy;
        }
        return mandate()
                .filter(m -> m.kind().equals(kind()) && m.isNamed("act"))
                .filter(m -> m.jointly() || kind().equals("guardian"))
                .isPresent();
    }

    /** Returns those who must agree, unless nobody knows who they are. */
    private Optional<List<Agreer>> agreers(Agreement agreement) {
        var all = new ArrayList<Agreer>();
        if (byParties()) {
            var seen = new HashSet<Identity>();
            file.active().stream()
                    .filter(Party::initiates)
                    .filter(p -> p.scheme().equals("none") || seen.add(p.identity()) || breaks(Fault.CASE_090_E))
                    .forEach(p -> all.add(new Agreer(p.id(), "", "", "", "")));
            return Optional.of(all);
        }
        for (String id : agreement.unknown()) {
            var party = work.party(id).orElseThrow(Fail::notFound);
            var named = work.call().named().of(party.identity());
            if (named.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(agreers(party, named.get()));
        }
        return Optional.of(all);
    }

    private List<Agreer> agreers(Party party, List<Representative> named) {
        var all = named.stream()
                .filter(r -> r.isToAgree(file.service(), kind(), work.world().today(), work.settings()))
                .map(r -> agreer(party, r))
                .toList();
        var seen = new ArrayList<String>();
        return all.stream()
                .filter(a -> seen.add(a.key()) && (breaks(Fault.ID_070_F) || seen.indexOf(a.key()) == seen.size() - 1))
                .toList();
    }

    private Agreer agreer(Party party, Representative representative) {
        Identity who = representative.identity();
        String person = work.world().claims().personId(who.scheme(), who.value());
        return new Agreer(party.id(), person, kind(), representative.name(), who.value());
    }

    private void request(Agreer agreer) {
        var addressee = Json.object().put("party", agreer.party());
        var request = Json.object().put("id", UUID.randomUUID().toString()).put("kind", "approval");
        request.set("addressee", addressee);
        if (!agreer.person().isEmpty()) {
            request.putObject("representative").put("id", agreer.person()).put("right", agreer.right());
        }
        boolean named = breaks(Fault.CASE_093_A) && !agreer.name().isEmpty();
        request.put("text", "Godkännandet behövs" + (named ? " av " + agreer.name() : "") + ".");
        request.putArray("material");
        file.requests().add(Circle.everybody().into(request.put("state", "open")));
        tell(agreer, request);
    }

    private void tell(Agreer agreer, ObjectNode request) {
        var data = Work.data().put("request", request.path("id").asString());
        for (String name : List.of("kind", "addressee", "representative", "text")) {
            if (request.has(name)) {
                data.set(name, request.path(name).deepCopy());
            }
        }
        if (data.has("representative") && breaks(Fault.CASE_093_B)) {
            ((ObjectNode) data.path("representative")).put("value", agreer.value());
        }
        if (breaks(Fault.CASE_092_C)) {
            data.remove("representative");
        }
        var fact = Fact.of("requested", work.world().today(), data);
        if (breaks(Fault.CASE_092_D)) {
            work.timeline().write(fact);
        } else {
            work.timeline().writeAutomatic(fact);
        }
    }

    private boolean breaks(Fault fault) {
        return work.settings().breaks(fault);
    }
}
