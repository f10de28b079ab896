package se.ryggrad.api.cases.action;

import java.util.List;
import se.ryggrad.api.cases.model.Audience;

/**
 * Narrows who may see what an action leaves; officers alone may narrow, with a ground.
 *
 * @param audience who may see it
 * @param secrecy the provisions on which others may not, and against whom
 */
public record Circle(Audience audience, List<Ground> secrecy) {

    /** Everybody in the case. */
    public static final Circle EVERYBODY = new Circle(Audience.ALL_PARTIES, List.of());

    /** Copies the grounds. */
    public Circle {
        secrecy = List.copyOf(secrecy);
    }

    /**
     * Is a ground before it is assessed.
     *
     * @param provision the provision
     * @param against whom it is withheld from, in words
     */
    public record Ground(String provision, String against) {}
}
