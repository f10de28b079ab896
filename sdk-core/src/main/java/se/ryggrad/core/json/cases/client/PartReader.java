package se.ryggrad.core.json.cases.client;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.law.Deadline;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.json.cases.Fields;
import se.ryggrad.core.text.Wording;

/** Reads the parts of a case. */
final class PartReader {

    private PartReader() {}

    static Party party(Fields body) {
        return new Party(
                new PartyId(body.uuid("id")),
                body.code("role", Party.Role.class),
                body.maybe("identity").map(PartReader::identity).orElseThrow(),
                body.maybeText("name").orElse(""),
                body.codes("rights", Party.Right.class),
                body.date("from"),
                body.maybeDate("until"),
                body.maybeCode("ground", EndGround.class),
                body.maybeText("protection").map(Protection::new));
    }

    /** Reads an identity; {@link Identity#NONE} where its value is not shown to this reader. */
    private static Identity identity(Fields body) {
        return body.maybeText("value")
                .map(value -> new Identity(body.code("scheme", IdentityScheme.class), value))
                .orElse(Identity.NONE);
    }

    static OfficerRef officer(Fields body) {
        return new OfficerRef(
                new ActorId(body.text("officer")), body.maybeText("name").orElse(""));
    }

    /** Reads what a case lacks; nothing for a code that this version does not know. */
    static Optional<Fault> deficiency(Fields body) {
        return FaultCode.parse(body.text("code"))
                .map(code -> Fault.at(body.text("pointer"), code, Wording.same(body.text("detail"))));
    }

    static Optional<Erasure> erasure(Fields body, String name) {
        return body.maybe(name).map(by -> new Erasure(by.date("on"), by.text("decision"), by.text("ground")));
    }

    static CaseDocument document(Fields body) {
        CaseDocument.Direction direction = body.code("direction", CaseDocument.Direction.class);
        LocalDate on = body.date(direction == CaseDocument.Direction.IN ? "receivedOn" : "drawnUpOn");
        return new CaseDocument(
                new DocumentId(body.uuid("id")),
                Math.toIntExact(body.number("number")),
                body.text("kind"),
                body.text("name"),
                body.text("subject"),
                new CaseDocument.Content(
                        body.text("mediaType"),
                        body.number("size"),
                        body.maybeText("sha256").orElse("")),
                direction,
                on,
                audience(body),
                secrecy(body),
                erasure(body, "redacted"));
    }

    /** Reads a time that the law sets; nothing for a kind that this version does not know. */
    static Optional<Deadline> deadline(Fields body) {
        return Arrays.stream(Deadline.Kind.values())
                .filter(kind -> kind.code().equals(body.text("kind")))
                .findFirst()
                .map(kind -> new Deadline(kind, body.date("startsOn"), body.date("dueOn"), body.maybeDate("endedOn")));
    }

    static Audience audience(Fields body) {
        return body.maybe("audience").map(Fields::audience).orElseThrow();
    }

    static List<Secrecy> secrecy(Fields body) {
        return body.each(
                "secrecy",
                ground -> new Secrecy(
                        ground.text("provision"),
                        ground.maybeText("against").orElse(""),
                        ground.instant("assessedAt"),
                        new ActorId(ground.text("assessedBy"))));
    }

    static List<DocumentId> documents(Fields body, String name) {
        return body.uuids(name).stream().map(DocumentId::new).toList();
    }

    static Optional<SentLetter> letter(Fields body) {
        return body.maybeUuid("message").map(message -> new SentLetter(message, body.maybeDate("undeliveredOn")));
    }
}
