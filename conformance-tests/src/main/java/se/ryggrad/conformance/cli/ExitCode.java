package se.ryggrad.conformance.cli;

import se.ryggrad.conformance.run.RunResult;

/** The exit codes of the command line. */
final class ExitCode {

    /** The system is conformant, or the command did what it was asked. */
    static final int DONE = 0;

    /** The system is not conformant. */
    static final int NOT_CONFORMANT = 1;

    /** No verdict: unreachable, misconfigured, a production environment, or too little observed. */
    static final int INCONCLUSIVE = 2;

    /** A bad argument. */
    static final int USAGE = 64;

    /** A fault of the suite. */
    static final int SUITE = 70;

    private ExitCode() {}

    static int of(RunResult result) {
        return switch (result.verdict()) {
            case NOT_CONFORMANT -> NOT_CONFORMANT;
            case CONFORMANT -> result.suiteFault() ? SUITE : DONE;
            case INCONCLUSIVE -> result.suiteFault() ? SUITE : INCONCLUSIVE;
        };
    }
}
