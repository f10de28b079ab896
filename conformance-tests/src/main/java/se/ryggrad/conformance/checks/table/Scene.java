package se.ryggrad.conformance.checks.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;

/**
 * A case and everybody around it. What somebody has read is kept until an action succeeds, so that a refused action is
 * always tried on the version from before all that was refused; whoever acted goes on from the answer. For one thread.
 */
final class Scene {

    private final LiveCase live;
    private final Map<Seat, TestActor> seats;
    private final Staff staff;
    private final Map<Seat, Answer> seen = new EnumMap<>(Seat.class);

    private Scene(LiveCase live, Map<Seat, TestActor> seats, Staff staff) {
        this.live = live;
        this.seats = Map.copyOf(seats);
        this.staff = staff;
    }

    /** Seats everybody around a case of an applicant. */
    static Scene around(LiveCase live, TestActor applicant, Staff staff) {
        Map<Seat, TestActor> seats = staff.seats();
        seats.put(Seat.APPLICANT, applicant);
        return new Scene(live, seats, staff);
    }

    /** Seats everybody around a case that is handled by the officer of the staff. */
    static Scene around(Handled handled, Staff staff) {
        return around(handled.live(), handled.applicant(), staff);
    }

    /** Seats the staff around a case of nobody who is known. */
    static Scene around(LiveCase live, Staff staff) {
        return new Scene(live, staff.seats(), staff);
    }

    LiveCase live() {
        return live;
    }

    Set<Seat> seats() {
        return seats.keySet();
    }

    String officerId() {
        return staff.officerId();
    }

    TestActor at(Seat seat) {
        return Objects.requireNonNull(seats.get(seat));
    }

    /** Returns the case as somebody of the authority sees it. */
    JsonNode view() {
        return Stream.of(Seat.OFFICER, Seat.COLLEAGUE)
                .map(seen::get)
                .filter(answer -> answer != null && answer.status() == 200)
                .findFirst()
                .orElseGet(() -> read(Seat.REGISTRAR).require(200))
                .json();
    }

    /** Returns what somebody may do now. */
    Part allowed(Seat seat) {
        return read(seat).expect(200).at("/allowedActions");
    }

    /** Tells whether somebody sees the case, and may do just this. */
    boolean allows(Seat seat, Set<String> actions) {
        return read(seat).status() == 200 && Set.copyOf(allowed(seat).texts()).equals(actions);
    }

    /** Tries an action with a body that is good for the seat. */
    Answer attempt(Seat seat, String action) {
        Answer before = read(seat).require(200);
        Answer answer = live.actAfter(before, at(seat), Moves.body(action, seat, this));
        if (answer.status() < 300) {
            seen.clear();
        }
        if (answer.status() == 200) {
            seen.put(seat, answer);
        }
        return answer;
    }

    private Answer read(Seat seat) {
        return seen.computeIfAbsent(seat, who -> live.read(at(who)));
    }
}
