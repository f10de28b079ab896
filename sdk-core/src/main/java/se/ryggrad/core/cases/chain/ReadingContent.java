package se.ryggrad.core.cases.chain;

import java.util.HexFormat;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.cases.AuditWriter;

/** Writes the content of a reading as the log of an authority hashes it: the same to the octet for ever (CASE-100). */
public final class ReadingContent {

    private ReadingContent() {}

    /** Returns the canonical form (RFC 8785) of {@code reading} of a case. */
    public static JsonText of(CaseId caseId, Reading reading) {
        return CanonicalJson.of(AuditWriter.content(caseId, reading));
    }

    /**
     * Returns {@code reading} as it is kept, with its digest.
     *
     * @param authority the authority of the case
     * @param salt 32 random octets
     */
    public static LoggedReading salted(AuthorityId authority, CaseId caseId, Reading reading, byte[] salt) {
        return new LoggedReading(
                authority,
                caseId,
                reading,
                HexFormat.of().formatHex(salt),
                HashChain.contentDigest(salt, of(caseId, reading)));
    }
}
