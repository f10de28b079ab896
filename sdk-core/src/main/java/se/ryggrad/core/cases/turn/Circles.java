package se.ryggrad.core.cases.turn;

import java.util.List;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.party.PartyId;

/** Checks who may see what an act leaves: officers alone may narrow it, and then with a ground (CASE-029). */
public final class Circles {

    private static final String AUDIENCE = "/audience";
    private static final String SECRECY = "/secrecy";

    private Circles() {}

    /** Notes the faults of the circle of an officer's act. */
    public static void check(Turn turn, Circle circle) {
        boolean narrow = circle.audience().to() != Audience.To.ALL_PARTIES;
        if (narrow && circle.secrecy().isEmpty()) {
            turn.fault(SECRECY, FaultCode.REQUIRED);
        }
        for (PartyId party : circle.audience().parties()) {
            if (turn.current().party(party).isEmpty()) {
                turn.fault(AUDIENCE + "/parties", FaultCode.UNKNOWN_VALUE);
            }
        }
        if (circle.audience().to() == Audience.To.PARTIES
                && circle.audience().parties().isEmpty()) {
            turn.fault(AUDIENCE + "/parties", FaultCode.REQUIRED);
        }
    }

    /** Notes the faults of the circle of a party's act: a party narrows nothing. */
    public static void refuse(Turn turn, Circle circle) {
        if (circle.audience().to() != Audience.To.ALL_PARTIES) {
            turn.fault(AUDIENCE, FaultCode.UNKNOWN_MEMBER);
        }
        if (!circle.secrecy().isEmpty()) {
            turn.fault(SECRECY, FaultCode.UNKNOWN_MEMBER);
        }
    }

    /** Returns the grounds of {@code circle} as assessed by the caller now. */
    public static List<Secrecy> assessed(Turn turn, Circle circle) {
        return circle.secrecy().stream()
                .map(ground -> new Secrecy(
                        ground.provision(),
                        ground.against(),
                        turn.moment().now(),
                        turn.standing().actor().id()))
                .toList();
    }
}
