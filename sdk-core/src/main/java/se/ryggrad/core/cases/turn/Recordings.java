package se.ryggrad.core.cases.turn;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.core.cases.access.Standing.Role;
import se.ryggrad.core.json.JsonTree;

/** Settles whether an act is the caller's own or one that a party did on paper, by phone or at a visit (HAND-041). */
public final class Recordings {

    private static final String FOR = "/for";
    private static final String CHANNEL = "/channel";
    private static final String RECEIVED_ON = "/receivedOn";

    private Recordings() {}

    /**
     * Settles for whom a party's act is done, and notes its faults.
     *
     * @param right the right that the party needs for it
     * @return the day it was done
     */
    public static LocalDate settle(Turn turn, Optional<Recorded> recorded, Party.Right right) {
        return settle(
                turn, recorded, party -> party.may(right), turn.current().head().receivedOn());
    }

    /**
     * Settles for whom a party's act is done, and notes its faults.
     *
     * @param entitled tells which parties may
     * @param earliest the day before which it cannot have been done
     * @return the day it was done
     */
    public static LocalDate settle(
            Turn turn, Optional<Recorded> recorded, Predicate<Party> entitled, LocalDate earliest) {
        if (!turn.standing().official()) {
            refuse(turn, recorded);
            return turn.moment().today();
        }
        if (recorded.isEmpty()) {
            turn.fault(FOR, FaultCode.REQUIRED);
            return turn.moment().today();
        }
        return record(turn, recorded.get(), entitled, earliest);
    }

    /** Notes the faults of an act of the caller's own that says how somebody else's came. */
    public static void refuse(Turn turn, Optional<Recorded> recorded) {
        recorded.flatMap(Recorded::party).ifPresent(given -> turn.fault(FOR, FaultCode.UNKNOWN_MEMBER));
        recorded.flatMap(Recorded::channel).ifPresent(given -> turn.fault(CHANNEL, FaultCode.UNKNOWN_MEMBER));
        recorded.flatMap(Recorded::receivedOn).ifPresent(given -> turn.fault(RECEIVED_ON, FaultCode.UNKNOWN_MEMBER));
    }

    /**
     * Settles an act that officers and contact centres do themselves as well.
     *
     * @return the day it was done
     */
    public static LocalDate settleOptional(Turn turn, Optional<Recorded> recorded, Party.Right right) {
        boolean calls = turn.situation().answersCalls();
        if (recorded.isEmpty() && (calls || turn.standing().is(Role.OFFICER))) {
            return turn.moment().today();
        }
        if (recorded.isPresent()
                && turn.standing().official()
                && !turn.standing().records()
                && !calls) {
            throw Refusals.conflict("conflict.not-assigned");
        }
        return settle(turn, recorded, right);
    }

    /** Returns the data of an event that tells how the act came. */
    public static JsonTree.ObjectNode data(Optional<Recorded> recorded, LocalDate on) {
        return recorded.flatMap(Recorded::channel)
                .map(channel -> JsonTree.object()
                        .put("channel", channel.code())
                        .put("receivedOn", on.toString())
                        .build())
                .orElse(JsonTree.ObjectNode.EMPTY);
    }

    private static LocalDate record(Turn turn, Recorded recorded, Predicate<Party> entitled, LocalDate earliest) {
        if (recorded.channel().isEmpty()) {
            turn.fault(CHANNEL, FaultCode.REQUIRED);
        }
        if (recorded.party()
                .flatMap(turn.current()::activeParty)
                .filter(entitled)
                .isEmpty()) {
            turn.fault(FOR, recorded.party().isEmpty() ? FaultCode.REQUIRED : FaultCode.UNKNOWN_VALUE);
        }
        LocalDate on = recorded.receivedOn().orElse(turn.moment().today());
        Facts.past(turn, RECEIVED_ON, on, earliest);
        recorded.party().ifPresent(turn::recordFor);
        return on;
    }
}
