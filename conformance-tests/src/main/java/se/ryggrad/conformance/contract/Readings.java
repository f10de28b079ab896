package se.ryggrad.conformance.contract;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;

/**
 * The access log of a case, looked at by a party, whose own looks leave nothing in it. For one thread.
 *
 * <p>Readings are written {@code what kind}, for example {@code case officer}, in alphabetical order.
 */
public final class Readings {

    private final LiveCase live;
    private final Credential party;
    private final Set<String> known = new HashSet<>();

    private Readings(LiveCase live, Credential party) {
        this.live = live;
        this.party = party;
    }

    /** Begins with what is in the log already. */
    public static Readings of(LiveCase live, Credential party) {
        Readings readings = new Readings(live, party);
        readings.added();
        return readings;
    }

    /** Returns what has come to the log since the last look. */
    public List<Part> added() {
        return whole().stream()
                .filter(reading -> known.add(reading.node().path("id").asString("")))
                .toList();
    }

    /** Returns the whole log. */
    public List<Part> whole() {
        return Pages.all(live.http(), path(), party);
    }

    /** Returns the path of the log below the base URL. */
    public String path() {
        return live.path() + "/access-log";
    }

    /** Expects that these have come to the log since the last look, and no other. */
    public List<Part> expect(String... readings) {
        List<Part> added = added();
        if (!written(added).equals(sorted(readings))) {
            live.http()
                    .get(path())
                    .as(party)
                    .send()
                    .fail("the new readings " + sorted(readings), "" + written(added), "/items");
        }
        return added;
    }

    /**
     * Requires that these have come to the log since the last look, as a step on the way: that they do has a requirement
     * of its own.
     */
    public List<Part> require(String... readings) {
        List<Part> added = added();
        if (!written(added).equals(sorted(readings))) {
            Finding finding = Finding.of(
                    "the new readings " + sorted(readings) + " on the way to the check",
                    written(added).toString());
            throw new NotObserved(finding, Blame.SYSTEM);
        }
        return added;
    }

    private static List<String> written(List<Part> readings) {
        return readings.stream()
                .map(Part::node)
                .map(reading -> reading.path("what").asString("") + " "
                        + reading.at("/actor/kind").asString(""))
                .sorted()
                .toList();
    }

    private static List<String> sorted(String... readings) {
        return Arrays.stream(readings).sorted().toList();
    }
}
