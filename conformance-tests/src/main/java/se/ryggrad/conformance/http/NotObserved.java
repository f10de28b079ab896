package se.ryggrad.conformance.http;

import org.opentest4j.TestAbortedException;

/**
 * A check could not get to its point: a step before it, which other requirements are about, did not work.
 *
 * <p>The verdict is then {@code not-observed} and never a pass.
 */
public final class NotObserved extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;
    private final Blame blame;

    /** Creates the abort of a check from what stood in its way. */
    public NotObserved(Finding finding, Blame blame) {
        super(finding.sentence());
        this.finding = finding;
        this.blame = blame;
    }

    /** Returns what stood in the way. */
    public Finding finding() {
        return finding;
    }

    /** Returns where the obstacle most likely lies. */
    public Blame blame() {
        return blame;
    }
}
