package se.ryggrad.core.minasidor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewItem;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.text.Wording;

/**
 * Shows the cases and after them what another source holds, as one list in pages (MINA-003). Thread-safe.
 *
 * <p>While the other source throws, nothing is shown: a person who sees a part must not take it for all there is.
 */
public final class JoinedOverview implements OverviewSource {

    private static final System.Logger LOG = System.getLogger(JoinedOverview.class.getName());

    private final OverviewSource cases;
    private final OverviewSource others;

    /** Creates the list of {@code cases} and then {@code others}, which is asked once they have let the caller in. */
    public JoinedOverview(OverviewSource cases, OverviewSource others) {
        this.cases = cases;
        this.others = others;
    }

    @Override
    public Page<OverviewItem> items(Caller caller, PageRequest page) {
        Page<OverviewItem> first = cases.items(caller, new PageRequest(page.number(), page.limit(), true));
        long before = first.total().orElseThrow();
        int left = page.limit() - first.items().size();
        Page<OverviewItem> then = others(caller, page, Math.max(0, page.offset() - before), left);
        List<OverviewItem> all = new ArrayList<>(first.items());
        all.addAll(then.items());
        OptionalLong total =
                page.count() ? OptionalLong.of(before + then.total().orElseThrow()) : OptionalLong.empty();
        return new Page<>(all, page, first.more() || then.more(), total);
    }

    /** Returns {@code most} items of the others after the first {@code offset}: they may lie on two of their pages. */
    private Page<OverviewItem> others(Caller caller, PageRequest page, long offset, int most) {
        int number = (int) (offset / page.limit()) + 1;
        int from = (int) (offset % page.limit());
        Page<OverviewItem> last = ask(caller, new PageRequest(number, page.limit(), page.count()));
        OptionalLong total = last.total();
        List<OverviewItem> found = new ArrayList<>(last.items());
        if (last.more() && from + most > page.limit()) {
            last = ask(caller, new PageRequest(number + 1, page.limit(), false));
            found.addAll(last.items());
        }
        int to = Math.min(from + most, found.size());
        return new Page<>(found.subList(Math.min(from, to), to), page, last.more() || to < found.size(), total);
    }

    private Page<OverviewItem> ask(Caller caller, PageRequest page) {
        try {
            return others.items(caller, page);
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a source that is plugged in to Mina sidor failed: {0}",
                    failed.getClass().getName());
            throw RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.overview"), failed);
        }
    }
}
