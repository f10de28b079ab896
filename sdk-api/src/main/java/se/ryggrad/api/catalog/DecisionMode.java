package se.ryggrad.api.catalog;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;

/**
 * Says who decides in cases of a service.
 *
 * @param by officer, automatic rules, or nobody
 * @param rules for automatic decisions, tried in order; the first that matches decides
 */
public record DecisionMode(By by, List<Rule> rules) {

    /** Copies the rules. */
    public DecisionMode {
        rules = List.copyOf(rules);
    }

    /** Lists who can decide. */
    public enum By {
        /** An officer; the case is closed after a decision. */
        OFFICER,
        /** Rules at submission, else an officer (FL section 28). */
        AUTOMATIC,
        /** Nobody: the case is completed, not decided. */
        NONE
    }

    /**
     * Decides when the form matches.
     *
     * @param when a JSON Schema that the form must satisfy
     * @param outcome the outcome of the decision
     * @param text the decision in words
     * @param reasons JSON object {@code {text, provisions}}
     * @param appealInstruction how to appeal, JSON as in a decision
     */
    public record Rule(
            JsonText when, String outcome, String text, JsonText reasons, Optional<JsonText> appealInstruction) {}
}
