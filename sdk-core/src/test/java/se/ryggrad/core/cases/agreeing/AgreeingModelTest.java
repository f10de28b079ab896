package se.ryggrad.core.cases.agreeing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Request.ApprovalState;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;

/**
 * Tries random answers, dispensations and co-applicants against a plain model of who must agree; the seed is printed where
 * it fails.
 */
class AgreeingModelTest {

    private static final List<String> NUMBERS = List.of(People.BERTIL, "196805179840", "198002299850", "199312249866");
    private static final int CASES = 60;
    private static final int STEPS = 14;

    private final long seed = Long.getLong("ryggrad.agreeing.seed", new Random().nextLong());

    @ParameterizedTest
    @ValueSource(strings = {"\"all\"", "1", "2", "3"})
    void reckonsAsThePlainModelDoes(String quorum) {
        Random random = new Random(seed);
        Family family = new Family(seed);
        publish(family, quorum);
        for (int count = 0; count < CASES; count++) {
            walk(family, random, quorum);
        }
    }

    private void walk(Family family, Random random, String quorum) {
        int others = random.nextInt(3);
        CaseId id = family.submit(
                Family.ANNA,
                "together",
                "{\"amount\":500}",
                NUMBERS.stream()
                        .limit(others)
                        .map(number -> Family.party(Party.Role.CO_APPLICANT, People.identity(number)))
                        .toArray(PartyEntry[]::new));
        Model model = new Model(quorum.startsWith("\"") ? Integer.MAX_VALUE : Integer.parseInt(quorum), others);
        for (int step = 0; step < STEPS; step++) {
            same(family.whole(id), model);
            step(family, random, id, model);
        }
        same(family.whole(id), model);
        assertThat(HashChain.holds(family.world.cases.allEvents(People.PRINCIPAL, id)))
                .as("the chain holds")
                .isTrue();
    }

    private void step(Family family, Random random, CaseId id, Model model) {
        List<Request> asked = family.asked(id);
        int choice = random.nextInt(8);
        if (choice == 0 && model.parties < NUMBERS.size()) {
            String number = NUMBERS.get(model.parties);
            family.world.act(
                    Family.KARIN,
                    id,
                    new CaseAction.Involving.AddParty(Family.party(Party.Role.CO_APPLICANT, People.identity(number))));
            model.joined();
        } else if (choice == 1 && random.nextInt(3) == 0) {
            boolean done = tried(family, Family.KARIN, id, Family.dispense(Optional.empty()));
            assertThat(done).isEqualTo(model.awaits());
            model.dispensed(done);
        } else if (!asked.isEmpty()) {
            int place = random.nextInt(asked.size());
            answer(family, random, id, model, asked.get(place), place);
        }
    }

    private void answer(Family family, Random random, CaseId id, Model model, Request request, int place) {
        Caller one = asked(family.whole(id), request);
        UUID named = request.id();
        switch (random.nextInt(3)) {
            case 0 -> model.approved(place, tried(family, one, id, new Agreeing.Approve(named, Optional.empty())));
            case 1 ->
                model.refused(place, tried(family, one, id, new Agreeing.RefuseApproval(named, Optional.empty())));
            default -> model.dispensed(place, tried(family, Family.KARIN, id, Family.dispense(Optional.of(named))));
        }
    }

    private static Caller asked(Case subject, Request request) {
        Party party = subject.party(((Request.Addressee.OfParty) request.addressee()).party())
                .orElseThrow();
        return Family.issued(People.person(party.identity().value()));
    }

    private static boolean tried(Family family, Caller caller, CaseId id, CaseAction action) {
        try {
            family.world.act(caller, id, action);
            return true;
        } catch (RyggradException refused) {
            return false;
        }
    }

    private void same(Case subject, Model model) {
        assertThat(subject.approval().orElseThrow().given())
                .as("given, seed %s", seed)
                .isEqualTo(model.given);
        assertThat(subject.approval().orElseThrow().needed())
                .as("needed, seed %s", seed)
                .contains(model.needed);
        assertThat(subject.deficiencies()).as("deficiency, seed %s", seed).hasSize(model.awaits() ? 1 : 0);
        assertThat(subject.requests().stream().map(Request::state).toList())
                .as("states, seed %s", seed)
                .isEqualTo(model.states);
    }

    private static void publish(Family family, String quorum) {
        ServiceDefinition current = family.world
                .services
                .current(People.PRINCIPAL, new ServiceId("conformance-together"))
                .orElseThrow();
        String changed = current.document()
                .text()
                .replace("\"quorum\":\"all\"", "\"quorum\":" + quorum)
                .replace("\"version\":\"1.0.0\"", "\"version\":\"2.0.0\"");
        family.world.services.publish(People.PRINCIPAL, ServiceReader.read(JsonTree.parse(new JsonText(changed))));
    }

    /** Reckons with plain counters, by the text of the standard. */
    private static final class Model {

        private final int quorum;
        private final List<Request.State> states = new ArrayList<>();
        private final Map<Integer, ApprovalState> became = new HashMap<>();
        private int given = 1;
        private int needed;
        private int parties;

        Model(int quorum, int others) {
            this.quorum = quorum;
            this.parties = others;
            this.needed = Math.min(quorum, 1 + others);
            for (int count = 0; count < others && awaits(); count++) {
                states.add(Request.State.OPEN);
            }
        }

        boolean awaits() {
            return given < needed;
        }

        void joined() {
            parties++;
            int more = Math.min(quorum, given + unapproved() + 1);
            if (more > given) {
                needed = more;
                states.add(Request.State.OPEN);
            }
        }

        void approved(int place, boolean done) {
            assertThat(done).isEqualTo(awaits() && counts(place));
            if (done) {
                given++;
                states.set(place, Request.State.ANSWERED);
                became.put(place, ApprovalState.APPROVED);
                lapse();
            }
        }

        void refused(int place, boolean done) {
            assertThat(done).isEqualTo(awaits() && !became.containsKey(place));
            if (done) {
                states.set(place, Request.State.ANSWERED);
                became.put(place, ApprovalState.REFUSED);
            }
        }

        void dispensed(int place, boolean done) {
            assertThat(done).isEqualTo(awaits() && counts(place));
            if (done) {
                dispense(place);
                needed = Math.min(quorum, given + unapproved());
                lapse();
            }
        }

        void dispensed(boolean done) {
            for (int place = 0; done && place < states.size(); place++) {
                if (counts(place)) {
                    dispense(place);
                }
            }
            needed = done ? given : needed;
        }

        private void dispense(int place) {
            states.set(place, Request.State.CLOSED);
            became.put(place, ApprovalState.DISPENSED);
        }

        private void lapse() {
            states.replaceAll(state -> state == Request.State.OPEN && !awaits() ? Request.State.LAPSED : state);
        }

        private boolean counts(int place) {
            return became.getOrDefault(place, ApprovalState.REFUSED) == ApprovalState.REFUSED;
        }

        private int unapproved() {
            int left = 0;
            for (int place = 0; place < states.size(); place++) {
                left += counts(place) ? 1 : 0;
            }
            return left;
        }
    }
}
