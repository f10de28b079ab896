package se.ryggrad.conformance.checks.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks every row of the table in every status: from the right seat, from the wrong seat, at the wrong time. */
@ConformanceCheck
class TableCheck {

    private static final List<String> LATE = List.of("end-party", "memo");

    @Requirement("HAND-001")
    @Test
    void hand001_followsTheOrderOfTheTable(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        for (Scene scene : List.of(
                submitted(cases, staff),
                Scene.around(cases.waiting(staff.officer()), staff),
                Scene.around(cases.notified(staff.officer()), staff),
                Scene.around(cases.closed(staff.officer()), staff))) {
            for (Seat seat : Seat.values()) {
                List<String> order = Model.actions();
                Part allowed = scene.allowed(seat);
                List<String> given = allowed.texts();
                List<String> sorted = order.stream().filter(given::contains).toList();
                if (!given.equals(sorted)) {
                    allowed.fail("actions of the table that a caller can start, in its order, each once: " + sorted);
                }
            }
        }
        Answer list = http.get("/cases").as(cases.plain().applicant()).send().expect(200);
        list.at("/items/0/allowedActions").isMissing();
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhenSubmitted(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> submitted(cases, staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhenRegistered(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> registered(cases, staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueInProgress(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> Scene.around(cases.assigned(Services.PLAIN, staff.officer()), staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhileARequestIsOpen(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> Scene.around(cases.waiting(staff.officer()), staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhenDecided(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> Scene.around(cases.decided(staff.officer()), staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhenClosed(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> Scene.around(cases.closed(staff.officer()), staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhereNothingIsDecided(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        expectTruth(() -> Scene.around(cases.anonymous().perform(staff.officer(), Bodies.action("assign")), staff));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueWhenReopened(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        Handled handled = cases.closed(staff.officer());
        ObjectNode reopen = Bodies.action("reopen").put("ground", "closed-in-error");
        handled.live().perform(handled.officer(), reopen);
        Scene scene = Scene.around(handled, staff);
        scene.seats().forEach(seat -> expectListed(scene, seat));
        scene.attempt(Seat.OFFICER, "decide").hint("It is listed.").expect(200);
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueForACoApplicant(Http http, Cases cases, People people) {
        Person other = people.person();
        LiveCase live = cases.create(people.person(), together(other));
        Scene scene = Scene.around(live, other, Staff.of(http, people));
        Part allowed = scene.allowed(Seat.APPLICANT);
        List<String> expected = new ArrayList<>(Model.allowed(Seat.APPLICANT, scene));
        expected.remove("withdraw");
        allowed.is(Json.value(expected));
        scene.attempt(Seat.APPLICANT, "withdraw")
                .hint("A co-applicant has not the right withdraw.")
                .expect(403, 409);
        expected.forEach(
                action -> scene.attempt(Seat.APPLICANT, action).hint(action).expect(200));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueForWhomIsAsked(Cases cases, People people) {
        Person applicant = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(applicant, together(other)).perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.request(live.text(officer, "/parties/1/id")));
        live.read(other).expect(200).at("/allowedActions").contains("answer-request");
        Answer seen = live.read(applicant).expect(200);
        seen.hint("The other applicant is asked.").at("/allowedActions").lacks("answer-request");
        JsonNode answer = Bodies.answer(seen.at("/requests/0/id").text());
        live.actAfter(seen, applicant, answer).expectProblem(403, "forbidden");
        live.act(other, answer).expect(200);
    }

    /** Returns a case of whoever hands it in and of somebody else. */
    private static JsonNode together(Person other) {
        return Bodies.newCase(Services.PLAIN, "Två som söker")
                .set("parties", Json.array(Papers.party("co-applicant", other)));
    }

    @Requirement("HAND-002")
    @Test
    void hand002_isTrueOnAnotherTrack(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        Handled handled = cases.assigned(Services.LEGALITY, staff.officer());
        handled.live().perform(handled.officer(), Bodies.approve());
        handled.live().perform(handled.officer(), Bodies.notifyDecision(handled.decision(), handled.party()));
        Scene scene = Scene.around(handled, staff);
        scene.seats().forEach(seat -> expectListed(scene, seat));
        scene.attempt(Seat.APPLICANT, "appeal")
                .hint("On the track legality nobody appeals here.")
                .expect(409);
    }

    @Requirement("HAND-003")
    @Test
    void hand003_tellsNeverFromNotNow(Http http, Cases cases, People people) {
        Staff staff = Staff.of(http, people);
        for (Scene scene : List.of(registered(cases, staff), Scene.around(cases.closed(staff.officer()), staff))) {
            for (Seat seat : Seat.values()) {
                List<String> allowed = Model.allowed(seat, scene);
                Model.actions().stream().filter(a -> !allowed.contains(a)).forEach(action -> {
                    boolean ever = Model.ever(seat, action);
                    scene.attempt(seat, action)
                            .hint(action + " by " + seat + (ever ? " is not possible now." : " is never possible."))
                            .expectProblem(ever ? 409 : 403, ever ? "state-conflict" : "forbidden");
                });
            }
        }
    }

    private static void expectTruth(Supplier<Scene> scenes) {
        Scene scene = scenes.get();
        Map<Seat, Set<String>> listed = new EnumMap<>(Seat.class);
        for (Seat seat : scene.seats()) {
            listed.put(seat, expectListed(scene, seat));
            for (String action : Model.actions()) {
                if (!listed.get(seat).contains(action)) {
                    scene.attempt(seat, action)
                            .hint(action + " by " + seat + " is not listed.")
                            .expect(403, 409);
                }
            }
        }
        for (Map.Entry<Seat, Set<String>> each : listed.entrySet()) {
            scene = expectPossible(scenes, scene, each.getKey(), each.getValue());
        }
    }

    private static Set<String> expectListed(Scene scene, Seat seat) {
        Part allowed = scene.allowed(seat);
        Set<String> expected = Set.copyOf(Model.allowed(seat, scene));
        if (!Set.copyOf(allowed.texts()).equals(expected)) {
            allowed.fail("what the table lets " + seat + " do: " + expected);
        }
        return expected;
    }

    /**
     * Does all that somebody may do: in the same case as long as this leaves open what it found open, else in a new one.
     * The end of the sole party comes late, and a memo last, for it has to be dealt with when its case ends.
     *
     * @return the case to go on with
     */
    private static Scene expectPossible(Supplier<Scene> scenes, Scene first, Seat seat, Set<String> listed) {
        Scene scene = first;
        List<String> actions = new ArrayList<>(Model.actions());
        actions.retainAll(listed);
        actions.sort(Comparator.comparingInt(LATE::indexOf));
        for (String action : actions) {
            if (!scene.allows(seat, listed)) {
                scene = scenes.get();
            }
            scene.attempt(seat, action)
                    .hint(action + " by " + seat + " is listed.")
                    .expect(200, 201);
        }
        return listed.contains("memo") ? scenes.get() : scene;
    }

    private static Scene submitted(Cases cases, Staff staff) {
        Submitted submitted = cases.unregistered();
        return Scene.around(submitted.live(), submitted.applicant(), staff);
    }

    private static Scene registered(Cases cases, Staff staff) {
        Submitted submitted = cases.plain();
        return Scene.around(submitted.live(), submitted.applicant(), staff);
    }
}
