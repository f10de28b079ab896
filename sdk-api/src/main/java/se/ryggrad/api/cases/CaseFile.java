package se.ryggrad.api.cases;

import java.util.List;
import se.ryggrad.api.cases.store.Reading;

/**
 * Is a whole case, for its export.
 *
 * @param view the case
 * @param timeline all its events
 * @param readings who has read it, the latest first, with the reading that this is
 */
public record CaseFile(CaseView view, List<EventView> timeline, List<Reading> readings) {

    /** Copies the lists. */
    public CaseFile {
        timeline = List.copyOf(timeline);
        readings = List.copyOf(readings);
    }
}
