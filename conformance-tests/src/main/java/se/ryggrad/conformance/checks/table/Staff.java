package se.ryggrad.conformance.checks.table;

import java.util.EnumMap;
import java.util.Map;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.people.TestActor;

/**
 * Those of the authority who meet every case of a check.
 *
 * @param officer whom cases are or will be assigned to
 * @param officerId the opaque id of that officer
 * @param colleague another officer of the same unit
 * @param registrar a registrar of the authority
 * @param system a system with every scope for cases
 */
record Staff(Officer officer, String officerId, Officer colleague, Officer registrar, SystemClient system) {

    /** Calls everybody in. */
    static Staff of(Http http, People people) {
        Officer officer = people.officer();
        String id = http.get("/me").as(officer).send().require(200).at("/id").text();
        SystemClient system = people.system("cases:open", "cases:register", "cases:read");
        return new Staff(officer, id, people.officer(), people.registrar(), system);
    }

    /** Returns who sits where, with the applicant's seat free. */
    Map<Seat, TestActor> seats() {
        return new EnumMap<>(Map.of(
                Seat.OFFICER, officer,
                Seat.COLLEAGUE, colleague,
                Seat.REGISTRAR, registrar,
                Seat.SYSTEM, system));
    }
}
