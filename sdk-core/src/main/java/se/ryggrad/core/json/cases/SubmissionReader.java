package se.ryggrad.core.json.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/** Reads the body of {@code POST /cases}. */
public final class SubmissionReader {

    private SubmissionReader() {}

    /** Returns the call that {@code document} makes; its body throws {@code validation} with every fault. */
    public static StartCall call(JsonDocument document) {
        Optional<JsonTree.ObjectNode> root = document.root().asObject();
        Optional<JsonTree.ObjectNode> named = root.flatMap(body -> body.object("service"));
        Optional<ServiceId> service = named.flatMap(each -> each.text("id")).flatMap(SubmissionReader::id);
        Optional<String> version = named.flatMap(each -> each.text("version"));
        boolean authority = root.flatMap(body -> body.text("initiatedBy"))
                .filter("authority"::equals)
                .isPresent();
        CaseHead.Initiator initiator = authority ? CaseHead.Initiator.AUTHORITY : CaseHead.Initiator.PARTY;
        return new StartCall(service, version, initiator, () -> read(initiator, document));
    }

    private static Optional<ServiceId> id(String text) {
        try {
            return Optional.of(new ServiceId(text));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    private static Submission read(CaseHead.Initiator initiator, JsonDocument document) {
        String action = initiator == CaseHead.Initiator.AUTHORITY ? "open-case" : "submit";
        List<Fault> faults = new ArrayList<>(Bodies.faults(action, document));
        faults.addAll(identities(document.root()));
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        return submission(initiator, new Fields(document.root().asObject().orElseThrow()));
    }

    private static List<Fault> identities(JsonTree root) {
        List<JsonTree> parties =
                root.asObject().map(body -> body.items("parties")).orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        for (int index = 0; index < parties.size(); index++) {
            String pointer = JsonPointer.child("/parties", index) + "/identity/value";
            parties.get(index)
                    .asObject()
                    .flatMap(party -> party.object("identity"))
                    .filter(identity -> !sound(identity))
                    .ifPresent(identity -> faults.add(FaultTexts.at(
                            pointer, identity.member("value").isPresent() ? FaultCode.FORMAT : FaultCode.REQUIRED)));
        }
        return faults;
    }

    private static boolean sound(JsonTree.ObjectNode identity) {
        boolean text = identity.member("value").flatMap(JsonTree::asText).isPresent()
                || identity.member("value").isEmpty();
        boolean known = identity.text("scheme")
                .filter(code -> Codes.known(IdentityScheme.class, code))
                .isPresent();
        return !text || !known || identity(new Fields(identity)).isPresent();
    }

    private static Optional<Identity> identity(Fields fields) {
        try {
            IdentityScheme scheme = fields.code("scheme", IdentityScheme.class);
            return Optional.of(new Identity(scheme, fields.maybeText("value").orElse("")));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static Submission submission(CaseHead.Initiator initiator, Fields body) {
        Fields service = body.maybe("service").orElseThrow();
        return new Submission(
                new ServiceId(service.text("id")),
                service.maybeText("version"),
                initiator,
                body.json("form", "{}"),
                body.documents(),
                body.each("parties", SubmissionReader::party),
                body.maybeCode("channel", Channel.class),
                body.maybeDate("receivedOn"),
                body.each("relations", relation -> new Relation(relation.text("kind"), relation.uuid("case"))));
    }

    private static PartyEntry party(Fields party) {
        Optional<Set<Party.Right>> rights = party.body().member("rights").isEmpty()
                ? Optional.empty()
                : Optional.of(party.body().texts("rights").stream()
                        .map(code -> Codes.parse(Party.Right.class, code))
                        .collect(Collectors.toUnmodifiableSet()));
        Identity identity =
                party.maybe("identity").flatMap(SubmissionReader::identity).orElseThrow();
        return new PartyEntry(
                party.code("role", Party.Role.class),
                identity,
                party.maybeText("name").orElse(""),
                rights);
    }
}
