package se.ryggrad.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request with a {@link Problem}; the only exception of the API.
 *
 * <p>Programming errors are {@link NullPointerException} and {@link IllegalArgumentException} as usual.
 */
public final class RyggradException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private RyggradException(Problem problem, @Nullable Throwable cause) {
        super(problem.type().urn() + ": " + problem.detail().en(), cause);
        this.problem = problem;
    }

    /** Creates the exception for {@code problem}. */
    public static RyggradException of(Problem problem) {
        return new RyggradException(problem, null);
    }

    /** Creates the exception for a problem without single fields at fault. */
    public static RyggradException of(ProblemType type, LocalizedText detail) {
        return new RyggradException(Problem.of(type, detail), null);
    }

    /** Creates the exception for a problem that another exception caused. */
    public static RyggradException of(ProblemType type, LocalizedText detail, Throwable cause) {
        return new RyggradException(Problem.of(type, detail), cause);
    }

    /** Creates a {@link ProblemType#VALIDATION} with all its faults. */
    public static RyggradException validation(List<Fault> faults) {
        LocalizedText detail = new LocalizedText(
                "Uppgifterna behöver rättas. Ingenting har sparats.", "The data needs correction. Nothing was saved.");
        return new RyggradException(Problem.of(ProblemType.VALIDATION, detail, faults), null);
    }

    /** Returns what went wrong. */
    public Problem problem() {
        return problem;
    }
}
