package se.ryggrad.core.cases.turn;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.core.json.JsonTree;

/** Makes the decisions of officers. */
public final class Decisions {

    /** Is the authority of an officer who says nothing else. */
    public static final JsonText DELEGATION = new JsonText("{\"kind\":\"delegation\"}");

    private static final JsonText NOBODY = new JsonText("[]");

    private Decisions() {}

    /** Names the officer who acts as the one who decides where nobody is named. */
    public static Decision.Makers makers(Turn turn, Decision.Makers named) {
        boolean nobody =
                JsonTree.parse(named.decidedBy()).asArray().orElse(List.of()).isEmpty();
        if (!nobody || !(turn.standing().actor() instanceof Actor.Officer officer)) {
            return named;
        }
        JsonTree self = JsonTree.object()
                .put("officer", officer.id().value())
                .put("name", officer.name())
                .build();
        return new Decision.Makers(
                JsonTree.array(List.of(self)).json(), named.rapporteur(), named.presentAtFinal(), named.dissents());
    }

    /**
     * What is decided about the handling.
     *
     * @param reasons JSON object {@code {text, provisions}}
     * @param appealInstruction JSON object {@code {text, to, period}}
     */
    public record Handling(
            String outcome, LocalizedText text, JsonText reasons, Optional<JsonText> appealInstruction) {}

    /** Decides how the matter is handled: today, by the officer who acts, for everybody in the case. */
    public static Decision procedural(Turn turn, Handling handling) {
        return procedural(turn, handling, Audience.ALL_PARTIES, List.of());
    }

    /**
     * Decides how the matter is handled: today, by the officer who acts.
     *
     * @param audience whom it is for
     * @param secrecy why it is not for others
     * @return the decision, which the case has now
     */
    public static Decision procedural(Turn turn, Handling handling, Audience audience, List<Secrecy> secrecy) {
        Decision decision = new Decision(
                turn.newId(),
                Decision.Kind.PROCEDURAL,
                handling.outcome(),
                turn.moment().today(),
                makers(turn, new Decision.Makers(NOBODY, Optional.empty(), NOBODY, NOBODY)),
                DELEGATION,
                handling.text().sv(),
                new Decision.Reasons(Optional.of(handling.reasons()), Optional.empty()),
                handling.appealInstruction(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                audience,
                secrecy);
        turn.become(turn.current().toBuilder().addDecision(decision).build());
        return decision;
    }
}
