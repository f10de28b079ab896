package se.ryggrad.core.json.cases.client;

import java.util.Optional;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.Fields;

/** Reads who has read: the entries of the log of a case, and of an authority's. */
public final class ReadingReader {

    private ReadingReader() {}

    /** Reads one entry of the log of a case. */
    public static Reading reading(JsonTree.ObjectNode json) {
        return reading(new Fields(json));
    }

    private static Reading reading(Fields body) {
        return new Reading(
                body.uuid("id"),
                body.instant("at"),
                body.code("what", Reading.What.class),
                body.maybeUuid("document").map(DocumentId::new),
                body.maybe("actor").map(ReadingReader::actor).orElseThrow());
    }

    private static ActorRef actor(Fields body) {
        return new ActorRef(
                body.text("kind"),
                body.maybeText("id").map(ActorId::new),
                body.maybeText("unit").map(UnitId::new),
                body.text("right"),
                body.maybeText("acr").flatMap(AssuranceLevel::parse),
                body.maybeUuid("for").map(PartyId::new));
    }

    /** Reads one entry of the log of an authority. */
    public static AuditEntry entry(JsonTree.ObjectNode json) {
        Fields body = new Fields(json);
        Optional<AuditEntry.Told> told = body.maybe("content")
                .map(content ->
                        new AuditEntry.Told(new CaseId(content.uuid("case")), reading(content), body.text("salt")));
        return new AuditEntry(body.number("sequence"), told, body.text("contentDigest"), body.text("hash"));
    }

    /** Reads the head of the log of an authority. */
    public static AccessAudit.Seal seal(JsonTree.ObjectNode json) {
        Fields body = new Fields(json);
        return new AccessAudit.Seal(
                new AuthorityId(body.text("authority")),
                body.number("sequence"),
                body.text("hash"),
                body.text("next"),
                body.instant("sealedAt"));
    }
}
