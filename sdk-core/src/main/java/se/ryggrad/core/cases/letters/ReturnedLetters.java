package se.ryggrad.core.cases.letters;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Requests;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/** Notes that a letter of the case came back (MSG-042); what does not count for that reason is read from what is noted. */
public final class ReturnedLetters {

    private static final String MESSAGE = "/data/message";

    private ReturnedLetters() {}

    /** Notes that {@code message} to {@code party} cannot be delivered, unless that is noted already. */
    public static Outcome note(Turn turn, MessageId message, PartyId party) {
        if (turn.around().events().stream().noneMatch(event -> tells(event, message))) {
            turn.automatic();
            Optional<Decision> decision = decision(turn.current(), message);
            Optional<Request> request = request(turn.current(), message);
            decision.ifPresent(known -> mark(turn, known, message));
            request.ifPresent(known -> Requests.change(turn, known.by(returned(turn, message))));
            tell(turn, message, party, decision, request);
        }
        return turn.outcome();
    }

    private static boolean tells(CaseEvent event, MessageId message) {
        return event.type() == EventType.LETTER_UNDELIVERED
                && event.told()
                        .flatMap(told -> JsonTree.parse(told.content()).at(MESSAGE))
                        .flatMap(JsonTree::asText)
                        .filter(message.value().toString()::equals)
                        .isPresent();
    }

    private static Optional<Decision> decision(Case subject, MessageId message) {
        return subject.decisions().stream()
                .filter(each -> each.notifications().stream().anyMatch(told -> is(told.letter(), message)))
                .findFirst();
    }

    private static Optional<Request> request(Case subject, MessageId message) {
        return subject.requests().stream()
                .filter(each -> is(each.letter(), message))
                .findFirst();
    }

    private static boolean is(Optional<SentLetter> letter, MessageId message) {
        return letter.filter(sent -> sent.message().equals(message.value())).isPresent();
    }

    private static SentLetter returned(Turn turn, MessageId message) {
        return SentLetter.of(message.value()).undelivered(turn.moment().today());
    }

    private static void mark(Turn turn, Decision decision, MessageId message) {
        List<Decision.Notification> marked = decision.notifications().stream()
                .map(told -> is(told.letter(), message) ? told.by(returned(turn, message)) : told)
                .toList();
        Case current = turn.current();
        turn.become(current.toBuilder()
                .decisions(current.decisions().stream()
                        .map(each -> each.id().equals(decision.id()) ? each.notified(marked) : each)
                        .toList())
                .build());
    }

    /** Tells of it to those who see what the letter was about. */
    private static void tell(
            Turn turn, MessageId message, PartyId party, Optional<Decision> decision, Optional<Request> request) {
        Audience audience = decision.map(Decision::audience)
                .or(() -> request.map(Request::audience))
                .orElse(Audience.ALL_PARTIES);
        List<Secrecy> secrecy = decision.map(Decision::secrecy)
                .or(() -> request.map(Request::secrecy))
                .orElse(List.of());
        turn.event(
                EventType.LETTER_UNDELIVERED,
                turn.moment().today(),
                audience,
                secrecy,
                JsonTree.object()
                        .put("party", party.value().toString())
                        .put("message", message.value().toString())
                        .putText("decision", decision.map(each -> each.id().toString()))
                        .putText("request", request.map(each -> each.id().toString()))
                        .build());
    }
}
