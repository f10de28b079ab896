package se.ryggrad.core.json.cases.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.Fields;
import se.ryggrad.core.text.Wording;

/**
 * Reads cases as their readers are shown them (schemas {@code case-view}, {@code case-item}). Unknown members are passed over, and
 * so are kinds that readers tolerate; a text is the same in both languages, in the one that was answered.
 *
 * <p>What is no answer after the standard throws, as {@link Fields} says.
 */
public final class CaseReader {

    private CaseReader() {}

    /** Reads a single case, as it was answered to {@code reader}. */
    public static CaseView view(JsonTree.ObjectNode json, Caller reader) {
        Fields body = new Fields(json);
        boolean limited = truth(body, "limited");
        return new CaseView(
                whole(body),
                self(body),
                official(reader) && !limited && told(body),
                text(body, "localStatus"),
                body.maybeDate("demandFrom"),
                json.texts("allowedActions"),
                limited);
    }

    /** Reads a case that was begun just now, with the code by which an anonymous submitter follows it. */
    public static Started started(JsonTree.ObjectNode json, Caller reader) {
        return new Started(view(json, reader), json.text("followUpCode"));
    }

    /** Reads a case in a list; of its head, what a list does not show has no meaning (CASE-020). */
    public static CaseView item(JsonTree.ObjectNode json, Caller reader) {
        Fields body = new Fields(json);
        Fields service = body.maybe("service").orElseThrow();
        CaseHead head = head(
                body,
                reader.principal(),
                new CaseHead.Service(new ServiceId(service.text("id")), "", text(service, "title"), Track.NONE),
                new Origin(CaseHead.Initiator.PARTY, Channel.DIGITAL, ""));
        Case shown = new Case(
                new CaseId(body.uuid("id")),
                head,
                List.of(),
                JsonText.EMPTY_OBJECT,
                List.of(),
                Optional.empty(),
                List.of(),
                body.each("waitingFor", RequestReader::waitingFor),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new CaseView(
                shown, Set.of(), official(reader), text(body, "localStatus"), Optional.empty(), List.of(), false);
    }

    private static Case whole(Fields body) {
        return new Case(
                new CaseId(body.uuid("id")),
                head(body),
                body.each("parties", PartReader::party),
                body.json("form", "{}"),
                body.each("deficiencies", PartReader::deficiency).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                body.maybe("approval").map(CaseReader::approval),
                body.each("documents", PartReader::document),
                body.each("requests", RequestReader::request),
                body.each("decisions", DecisionReader::decision),
                body.each("appeals", DecisionReader::appeal),
                body.each("deadlines", PartReader::deadline).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                body.each("relations", each -> new Relation(each.text("kind"), each.uuid("case"))),
                body.maybeJson("result"),
                Optional.empty(),
                PartReader.erasure(body, "disposed"));
    }

    private static CaseHead head(Fields body) {
        Fields service = body.maybe("service").orElseThrow();
        return head(
                body,
                new PrincipalId(body.text("principal")),
                new CaseHead.Service(
                        new ServiceId(service.text("id")),
                        service.text("version"),
                        text(service, "title"),
                        body.code("track", Track.class)),
                new Origin(
                        body.code("initiatedBy", CaseHead.Initiator.class),
                        body.code("channel", Channel.class),
                        body.maybe("chain").orElseThrow().text("hash")));
    }

    private static CaseHead head(Fields body, PrincipalId principal, CaseHead.Service service, Origin origin) {
        return new CaseHead(
                principal,
                new AuthorityId(body.text("authority")),
                new UnitId(body.text("unit")),
                body.maybe("officer").map(PartReader::officer),
                service,
                body.maybeText("registryNumber"),
                origin.initiator(),
                origin.channel(),
                body.code("status", CaseStatus.class),
                body.date("receivedOn"),
                body.instant("receivedAt"),
                body.instant("updatedAt"),
                new Version(body.number("version")),
                origin.chainHash());
    }

    /** Is what of a head a list does not show, besides principal and service. */
    private record Origin(CaseHead.Initiator initiator, Channel channel, String chainHash) {}

    private static Approval approval(Fields body) {
        Optional<Integer> needed =
                body.body().member("needed").flatMap(JsonTree::asNumber).map(number -> number.intValueExact());
        return new Approval(Math.toIntExact(body.number("given")), needed);
    }

    private static Set<PartyId> self(Fields body) {
        return parties(body)
                .filter(party -> truth(party, "self"))
                .map(party -> new PartyId(party.uuid("id")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells whether the identity of every party is told who has one, or none has. */
    private static boolean told(Fields body) {
        return parties(body)
                .map(party -> party.maybe("identity").orElseThrow())
                .allMatch(
                        identity -> identity.maybeText("value").isPresent() || "none".equals(identity.text("scheme")));
    }

    private static Stream<Fields> parties(Fields body) {
        return body.each("parties", party -> party).stream();
    }

    private static boolean official(Caller reader) {
        return reader.actor() instanceof Actor.Officer || reader.actor() instanceof Actor.SystemActor;
    }

    private static boolean truth(Fields body, String name) {
        return body.body().member(name).flatMap(JsonTree::asTruth).orElse(false);
    }

    private static LocalizedText text(Fields body, String name) {
        return Wording.same(body.text(name));
    }
}
