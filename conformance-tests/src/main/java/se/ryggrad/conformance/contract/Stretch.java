package se.ryggrad.conformance.contract;

import java.util.List;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;

/**
 * A stretch of the access log of an authority, and the hash chain computed again from it.
 *
 * @param from where the log ended before it
 * @param to where it ends
 * @param entries the entries in order
 */
public record Stretch(AuditLog.Head from, AuditLog.Head to, List<Part> entries) {

    /** Copies the entries. */
    public Stretch {
        entries = List.copyOf(entries);
    }

    /** Returns those entries that tell of readings of a case. */
    public List<Part> of(String caseId) {
        return entries.stream()
                .filter(entry -> caseId.equals(entry.node().at("/content/case").asString("")))
                .toList();
    }

    /** Returns those entries that tell of nothing any more: their case has been disposed of. */
    public List<Part> bare() {
        return entries.stream().filter(Stretch::isBare).toList();
    }

    private static boolean isBare(Part entry) {
        return !entry.at("/content").present();
    }

    /** Expects digests and hashes that follow from what is shown and lead from the one head to the other. */
    public Stretch expectSound() {
        String previous = from.hash();
        for (Part entry : entries) {
            if (isBare(entry)) {
                entry.at("/salt").isMissing();
            } else {
                entry.at("/contentDigest").is(HashChain.contentDigest(entry));
            }
            entry.at("/hash").is(HashChain.hash(entry, previous));
            previous = entry.at("/hash").text();
        }
        if (!previous.equals(to.hash())) {
            throw ConformanceFailure.of(
                    "the answer to a sealing to have the hash of its last entry, " + to.sequence() + ", " + previous,
                    to.hash());
        }
        return this;
    }

    /** Expects the same entries in a later reading of it, where some may have become bare. */
    public void expectUnchanged(Stretch later) {
        for (int i = 0; i < entries.size(); i++) {
            Part before = entries.get(i);
            Part after = later.entries().get(i);
            if (isBare(after)) {
                expectPlace(before, after);
            } else {
                after.is(before.node());
            }
        }
    }

    /** Expects that an entry has the place in the chain that it had before. */
    public static void expectPlace(Part before, Part after) {
        for (String member : List.of("/sequence", "/contentDigest", "/hash")) {
            after.at(member).is(before.at(member).node());
        }
    }
}
