package se.ryggrad.conformance.checks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Table;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;

/** Walks the table at random, by the seed of the run, and compares each step with the table. */
@ConformanceCheck
class WalkCheck {

    private static final int STEPS = 10;

    @Requirement({"HAND-002", "HAND-005"})
    @Test
    void hand002_holdsOnARandomWalk(Http http, Cases cases, People people, Nonces nonces) {
        walk(Staff.of(http, people), cases, nonces);
    }

    @Requirement({"HAND-002", "HAND-005"})
    @Test
    void hand002_holdsOnAnotherRandomWalk(Http http, Cases cases, People people, Nonces nonces) {
        walk(Staff.of(http, people), cases, nonces);
    }

    @Requirement({"HAND-002", "HAND-005"})
    @Test
    void hand002_holdsOnAThirdRandomWalk(Http http, Cases cases, People people, Nonces nonces) {
        walk(Staff.of(http, people), cases, nonces);
    }

    private static void walk(Staff staff, Cases cases, Nonces nonces) {
        Submitted submitted = cases.unregistered();
        Scene scene = Scene.around(submitted.live(), submitted.applicant(), staff);
        List<Seat> seats = List.of(Seat.values());
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            expectAllowed(scene, steps);
            Seat seat = seats.get(nonces.below(seats.size()));
            List<String> moves = Model.allowed(seat, scene).stream()
                    .filter(a -> !Set.of("reroute", "memo").contains(a))
                    .filter(a ->
                            !a.equals("end-party") || Model.active(scene.view()).count() > 1)
                    .toList();
            if (!moves.isEmpty()) {
                String action = moves.get(nonces.below(moves.size()));
                steps.add(action + " by " + seat);
                step(scene, seat, action, steps);
            }
        }
        Timeline whole = Timeline.of(scene.live(), scene.at(Seat.OFFICER)).expectSound();
        Timeline parties = Timeline.of(scene.live(), scene.at(Seat.APPLICANT)).expectSound();
        if (!whole.languageFree().equals(parties.languageFree())) {
            throw ConformanceFailure.of("the same timeline for citizen and officer after " + steps, "two");
        }
    }

    private static void step(Scene scene, Seat seat, String action, List<String> steps) {
        JsonNode before = scene.view();
        Answer acted = scene.attempt(seat, action).hint("The walk: " + steps).expect(200);
        Table.Row row = Model.row(action);
        String status = acted.at("/status").text();
        boolean same =
                status.equals(before.path("status").asString("")) && row.to().contains("same");
        if (!same && !row.to().contains(status)) {
            acted.at("/status").fail("one of " + row.to() + " after " + steps);
        }
        Timeline timeline = Timeline.of(scene.live(), scene.at(Seat.REGISTRAR));
        acted.at("/version").is(timeline.events().size());
        int first = before.path("version").asInt();
        List<String> made = timeline.types().subList(first, timeline.types().size());
        if (!made.contains(row.event()) || made.size() > 2) {
            throw ConformanceFailure.of("an event " + row.event() + " from " + steps, made.toString());
        }
    }

    private static void expectAllowed(Scene scene, List<String> steps) {
        for (Seat seat : Seat.values()) {
            List<String> expected = Model.allowed(seat, scene);
            Part allowed = scene.allowed(seat);
            if (!Json.value(expected).equals(allowed.node())) {
                allowed.fail(expected + " for " + seat + " after " + steps);
            }
        }
    }
}
