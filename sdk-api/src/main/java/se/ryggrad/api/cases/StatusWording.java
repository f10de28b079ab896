package se.ryggrad.api.cases;

import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.model.Case;

/**
 * Words where a case stands as the authority does: the {@code localStatus} that people read. You plug it in.
 *
 * <p>Thread-safe, and quick: it is asked for each case that is shown, and the tag of the case hangs on its answer. So the same
 * case gives the same words, whatever else has happened.
 */
@FunctionalInterface
public interface StatusWording {

    /**
     * Returns the words.
     *
     * @param shown the case without the parts that the reader may not see; nothing but this may be told
     */
    LocalizedText of(Case shown);
}
