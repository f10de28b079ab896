package se.ryggrad.conformance.doctor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.http.Blame;

/** Ends an examination or a run that cannot go on. */
public final class Obstacle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    /** Creates an obstacle from a trouble. */
    public Obstacle(Trouble trouble) {
        super(trouble.key() + " " + trouble.values());
        this.trouble = trouble;
    }

    /** Creates an obstacle from the key of its text, where its cause lies and what to fill in. */
    public static Obstacle of(String key, Blame blame, @Nullable Object... values) {
        return new Obstacle(
                new Trouble(key, Arrays.stream(values).map(String::valueOf).toList(), blame));
    }

    /** Returns the trouble. */
    public Trouble trouble() {
        return trouble;
    }
}
