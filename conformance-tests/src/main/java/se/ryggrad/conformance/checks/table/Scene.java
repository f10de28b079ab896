package se.ryggrad.conformance.checks.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;

/**
 * A case and everybody around it. What somebody has read is kept until an action succeeds, so that a refused action is
 * always tried on the version from before all that was refused. For one thread.
 */
final class Scene {

    private final LiveCase live;
    private final Map<Seat, TestActor> seats;
    private final String officerId;
    private final Map<Seat, Answer> seen = new EnumMap<>(Seat.class);

    /**
     * Seats people around a case.
     *
     * @param live the case
     * @param seats who sits where
     * @param officerId the opaque id of the officer
     */
    Scene(LiveCase live, Map<Seat, TestActor> seats, String officerId) {
        this.live = live;
        this.seats = Map.copyOf(seats);
        this.officerId = officerId;
    }

    /** Seats everybody around a case of an applicant and an officer. */
    static Scene around(LiveCase live, TestActor applicant, Officer officer, People people) {
        Map<Seat, TestActor> seats = new EnumMap<>(Seat.class);
        seats.put(Seat.APPLICANT, applicant);
        seats.put(Seat.OFFICER, officer);
        seats.put(Seat.COLLEAGUE, people.officer());
        seats.put(Seat.REGISTRAR, people.registrar());
        seats.put(Seat.SYSTEM, people.system("cases:open", "cases:register", "cases:read"));
        String id =
                live.http().get("/me").as(officer).send().require(200).at("/id").text();
        return new Scene(live, seats, id);
    }

    /** Seats everybody around a case that is handled. */
    static Scene around(Handled handled, People people) {
        return around(handled.live(), handled.applicant(), handled.officer(), people);
    }

    LiveCase live() {
        return live;
    }

    Map<Seat, TestActor> seats() {
        return seats;
    }

    String officerId() {
        return officerId;
    }

    TestActor at(Seat seat) {
        return Objects.requireNonNull(seats.get(seat));
    }

    /** Returns the case as a registrar sees it. */
    JsonNode view() {
        return read(Seat.REGISTRAR).require(200).json();
    }

    /** Returns what somebody may do now. */
    Part allowed(Seat seat) {
        return read(seat).expect(200).at("/allowedActions");
    }

    /** Tells whether a registrar and somebody see the case, and that one may do just this. */
    boolean allows(Seat seat, Set<String> actions) {
        return read(Seat.REGISTRAR).status() == 200
                && read(seat).status() == 200
                && Set.copyOf(allowed(seat).texts()).equals(actions);
    }

    /** Tries an action with a body that is good for the seat. */
    Answer attempt(Seat seat, String action) {
        Answer before = read(seat).require(200);
        Answer answer = live.actAfter(before, at(seat), Moves.body(action, seat, this));
        if (answer.status() < 300) {
            seen.clear();
        }
        return answer;
    }

    private Answer read(Seat seat) {
        return seen.computeIfAbsent(seat, who -> live.read(at(who)));
    }
}
