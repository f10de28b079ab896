package se.ryggrad.api.cases;

import java.util.Optional;

/**
 * Is a case that just began.
 *
 * @param view the case as its submitter sees it
 * @param followUpCode the code by which an anonymous submitter follows it; shown now and never again
 */
public record Started(CaseView view, Optional<String> followUpCode) {

    @Override
    public String toString() {
        return "Started[" + view.shown().id().value() + "]";
    }
}
