package se.ryggrad.core.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.chain.ReadingContent;

/** Makes and reckons anew what binds readings to each other. */
public final class AuditChain {

    private AuditChain() {}

    /** Returns a reading as it is kept, with a salt of its own. */
    public static LoggedReading salted(AuthorityId authority, CaseId id, Reading reading) {
        byte[] salt = reading.id().toString().substring(4).getBytes(StandardCharsets.US_ASCII);
        return ReadingContent.salted(authority, id, reading, salt);
    }

    /** Returns the head that entries make from the first on, each of which must fit its digest and its place. */
    public static AuditHead head(List<AuditEntry> entries) {
        AuditHead head = AuditHead.START;
        for (AuditEntry entry : entries) {
            assertThat(entry.told().map(AuditChain::digest).orElse(entry.contentDigest()))
                    .isEqualTo(entry.contentDigest());
            head = HashChain.after(head, entry.contentDigest());
            assertThat(new AuditHead(entry.sequence(), entry.hash())).isEqualTo(head);
        }
        return head;
    }

    private static String digest(AuditEntry.Told told) {
        return HashChain.contentDigest(
                HexFormat.of().parseHex(told.salt()), ReadingContent.of(told.caseId(), told.reading()));
    }
}
