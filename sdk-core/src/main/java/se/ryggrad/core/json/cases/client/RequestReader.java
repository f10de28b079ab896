package se.ryggrad.core.json.cases.client;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.cases.Fields;

/** Reads what was asked in a case. */
final class RequestReader {

    private RequestReader() {}

    static Request request(Fields body) {
        return new Request(
                body.uuid("id"),
                body.code("kind", Request.Kind.class),
                addressee(body),
                body.maybe("representative").map(RequestReader::representative),
                body.text("text"),
                body.maybeJson("form"),
                PartReader.documents(body, "material"),
                body.maybeDate("dueOn"),
                body.maybeText("consequence"),
                body.code("state", Request.State.class),
                body.maybeCode("approval", Request.ApprovalState.class),
                PartReader.audience(body),
                PartReader.secrecy(body),
                PartReader.erasure(body, "redacted"),
                PartReader.letter(body));
    }

    /** Reads what a case in a list waits for: an open request, of which no more is shown. */
    static Request waitingFor(Fields body) {
        return new Request(
                body.uuid("request"),
                body.code("kind", Request.Kind.class),
                addressee(body),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                body.maybeDate("dueOn"),
                Optional.empty(),
                Request.State.OPEN,
                Optional.empty(),
                Audience.ALL_PARTIES,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Request.Representative representative(Fields body) {
        return new Request.Representative(new ActorId(body.text("id")), body.code("right", RepresentationKind.class));
    }

    private static Request.Addressee addressee(Fields body) {
        Fields addressee = body.maybe("addressee").orElseThrow();
        return addressee
                .maybeUuid("party")
                .<Request.Addressee>map(party -> new Request.Addressee.OfParty(new PartyId(party)))
                .or(() -> addressee.maybeText("unit").map(unit -> new Request.Addressee.OfUnit(new UnitId(unit))))
                .orElseGet(() -> new Request.Addressee.OfName(addressee.text("name")));
    }
}
