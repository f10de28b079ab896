package se.ryggrad.conformance.checks.index;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Waits;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;

/** Checks what a portal promises of its index. */
@ConformanceCheck
class IndexTermsCheck {

    private static final int FEWEST = 100;
    private static final int MOST = 10_000;

    @Requirement("MINA-034")
    @Test
    void mina034_promisesWithinBounds(Http http) {
        Part index = http.get("/capabilities").send().expect(200).at("/overviewIndex");
        expectWithin(index.at("/freshFor"), Duration.ofMinutes(1), Duration.ofHours(1));
        expectWithin(index.at("/maximumLifetime"), Duration.ofDays(30), Duration.ofDays(400));
        expectWithin(index.at("/removedFor"), Duration.ofDays(7), Duration.ofDays(1_000_000));
        long items = index.at("/itemsPerOwner").number();
        if (items < FEWEST || items > MOST) {
            index.at("/itemsPerOwner").fail("from " + FEWEST + " to " + MOST);
        }
    }

    private static void expectWithin(Part part, Duration least, Duration most) {
        Duration told = Waits.expect(part);
        if (told.compareTo(least) < 0 || told.compareTo(most) > 0) {
            part.fail("from " + least + " to " + most);
        }
    }
}
