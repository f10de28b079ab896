package se.ryggrad.conformance.checks.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;

/**
 * A case and everybody around it.
 *
 * @param live the case
 * @param seats who sits where
 * @param officerId the opaque id of the officer
 */
record Scene(LiveCase live, Map<Seat, TestActor> seats, String officerId) {

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
        return new Scene(live, Map.copyOf(seats), id);
    }

    /** Seats everybody around a case that is handled. */
    static Scene around(Handled handled, People people) {
        return around(handled.live(), handled.applicant(), handled.officer(), people);
    }

    TestActor at(Seat seat) {
        return Objects.requireNonNull(seats.get(seat));
    }

    /** Reads the case as a registrar sees it. */
    JsonNode view() {
        return live.read(at(Seat.REGISTRAR)).require(200).json();
    }

    /** Reads what somebody may do now. */
    Part allowed(Seat seat) {
        return live.read(at(seat)).expect(200).at("/allowedActions");
    }

    /** Tries an action with a body that is good for the seat. */
    Answer attempt(Seat seat, String action) {
        return live.act(at(seat), Moves.body(action, seat, this));
    }
}
