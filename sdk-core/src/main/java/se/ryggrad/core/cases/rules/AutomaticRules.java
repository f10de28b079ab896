package se.ryggrad.core.cases.rules;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.catalog.DecisionMode;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Does what a service lets happen by itself when a case is handed in (CASE-013 to CASE-018, CASE-091; FL section 28). */
final class AutomaticRules {

    private static final JsonText EMPTY_ARRAY = new JsonText("[]");

    private final Forms forms;

    AutomaticRules(Forms forms) {
        this.forms = forms;
    }

    void apply(Turn turn) {
        ServiceDefinition definition = turn.situation().definition();
        turn.automatic();
        if (!definition.flow().registration()) {
            return;
        }
        Registration.register(turn);
        if (turn.current().awaitsApproval()) {
            return;
        }
        if (definition.decision().by() == DecisionMode.By.AUTOMATIC) {
            decide(turn, definition);
        } else if (definition.decision().by() == DecisionMode.By.NONE
                && definition.flow().completion()) {
            complete(turn);
        }
    }

    private void decide(Turn turn, ServiceDefinition definition) {
        boolean whole = turn.current().deficiencies().isEmpty();
        if (!whole || definition.track() != Track.ADMINISTRATIVE) {
            return;
        }
        JsonTree form = JsonTree.parse(turn.current().form());
        List<DecisionMode.Rule> rules = definition.decision().rules();
        for (int place = 0; place < rules.size(); place++) {
            if (forms.matches(rules.get(place).when(), form)) {
                decide(turn, definition, rules.get(place), place + 1);
                return;
            }
        }
    }

    private static void decide(Turn turn, ServiceDefinition definition, DecisionMode.Rule rule, int number) {
        JsonText basis = JsonTree.object()
                .put("kind", "automated")
                .put("rule", definition.id().value() + '/' + definition.version() + '/' + number)
                .build()
                .json();
        Decision decision = new Decision(
                turn.newId(),
                Decision.Kind.FINAL,
                rule.outcome(),
                turn.moment().today(),
                new Decision.Makers(EMPTY_ARRAY, Optional.empty(), EMPTY_ARRAY, EMPTY_ARRAY),
                basis,
                rule.text(),
                new Decision.Reasons(Optional.of(rule.reasons()), Optional.empty()),
                rule.appealInstruction(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Audience.ALL_PARTIES,
                List.of());
        DecidingRules.add(turn, decision, List.of());
        if (definition.flow().notification()) {
            Notifying.byItself(turn, decision.id());
        }
    }

    private static void complete(Turn turn) {
        JsonTree.ObjectNode result = JsonTree.object()
                .put("text", Wording.text("result.automatic").sv())
                .build();
        turn.become(turn.current().toBuilder().result(result.json()).build());
        turn.head(head -> head.status(CaseStatus.CLOSED));
        turn.event(EventType.COMPLETED, JsonTree.object().put("result", result).build());
    }
}
