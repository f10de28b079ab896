package se.ryggrad.core.json.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.SendCall.Draft;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.body.BodyReader;
import se.ryggrad.core.json.registry.IdentityReader;

/** Reads the bodies of {@code POST /messages} and {@code POST /messages/batches} (MSG-003 to MSG-010, MSG-037). */
public final class SendReader {

    private static final int MOST = 100;
    private static final String MESSAGES = "/messages";
    private static final String TO = "/to";
    private static final String IDENTITY = TO + "/identity";
    private static final String CASE = TO + "/case";
    private static final String PARTY = TO + "/party";
    private static final String BODY = "/body";
    private static final String TEXT = BODY + "/text";
    private static final String HTML = BODY + "/html";

    private final BodyReader body;

    private SendReader(BodyReader body) {
        this.body = body;
    }

    /** Returns the wish to send what {@code document} says. */
    public static SendCall call(JsonDocument document) {
        boolean named = document.root().at(IDENTITY).isPresent();
        return new SendCall(named, () -> new SendReader(new BodyReader(document.root(), document.faults())).draft());
    }

    /**
     * Returns the wishes to send each of what {@code document} says.
     *
     * @throws se.ryggrad.api.RyggradException {@code validation} when the messages cannot be told apart, or are too few or many
     */
    public static List<SendCall> calls(JsonDocument document) {
        List<Fault> around = document.faults().stream()
                .filter(fault -> place(fault).isEmpty())
                .toList();
        BodyReader batch = new BodyReader(document.root(), around);
        List<JsonTree> messages = batch.object() ? batch.items(MESSAGES).orElse(List.of()) : List.of();
        if (messages.isEmpty()
                && batch.root().at(MESSAGES).flatMap(JsonTree::asArray).isPresent()) {
            batch.fault(MESSAGES, FaultCode.MIN_ITEMS);
        } else if (messages.size() > MOST) {
            batch.fault(MESSAGES, FaultCode.MAX_ITEMS);
        }
        batch.check();
        return IntStream.range(0, messages.size())
                .mapToObj(place -> call(new JsonDocument(messages.get(place), within(document.faults(), place))))
                .toList();
    }

    /** Returns the faults within the message at {@code place}, with pointers within it. */
    private static List<Fault> within(List<Fault> faults, int place) {
        List<Fault> own = new ArrayList<>();
        for (Fault fault : faults) {
            if (place(fault).equals(Optional.of(Integer.toString(place)))) {
                String pointer = fault.where();
                int end = pointer.indexOf('/', MESSAGES.length() + 1);
                own.add(Fault.at(end < 0 ? "" : pointer.substring(end), fault.code(), fault.detail()));
            }
        }
        return own;
    }

    /** Returns which message a fault is within. */
    private static Optional<String> place(Fault fault) {
        return Optional.of(fault.where())
                .filter(pointer -> pointer.startsWith(MESSAGES + '/'))
                .map(pointer -> pointer.substring(MESSAGES.length() + 1))
                .map(rest -> rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
    }

    private Draft draft() {
        if (!body.object()) {
            return empty();
        }
        Optional<MessageKind> kind = body.parsed("/kind", MessageKind::parse, FaultCode.UNKNOWN_VALUE);
        boolean to = to();
        boolean letter = kind.equals(Optional.of(MessageKind.LETTER));
        if (kind.equals(Optional.of(MessageKind.NOTICE))) {
            bare("/subject");
            bare(BODY);
        }
        return new Draft(
                kind,
                to && !body.has(CASE) ? identity() : Optional.empty(),
                to && body.has(CASE) ? id(CASE).map(CaseId::new) : Optional.empty(),
                to && body.has(CASE) ? id(PARTY).map(PartyId::new) : Optional.empty(),
                letter ? body.text("/subject") : Optional.empty(),
                letter ? content() : Optional.empty(),
                body.has("/channels") ? body.texts("/channels") : Optional.empty(),
                body.has("/timeToLive")
                        ? body.parsed("/timeToLive", Formats::duration, FaultCode.FORMAT)
                        : Optional.empty(),
                body.faults());
    }

    private Draft empty() {
        return new Draft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                body.faults());
    }

    /** Returns whether {@code to} names somebody, and notes when it does not, or doubly (MSG-004). */
    private boolean to() {
        Optional<JsonTree> to = body.root().at(TO);
        if (to.isPresent() && to.get().asObject().isEmpty()) {
            body.fault(TO, FaultCode.TYPE);
            return false;
        }
        boolean named = body.has(IDENTITY);
        boolean party = body.has(CASE);
        if (!named && !party) {
            body.fault(TO, FaultCode.REQUIRED);
        } else if (named && party) {
            body.fault(IDENTITY, FaultCode.UNKNOWN_MEMBER);
        }
        return named || party;
    }

    private Optional<Identity> identity() {
        return IdentityReader.read(body.root(), IDENTITY, body.faults());
    }

    private Optional<UUID> id(String pointer) {
        return body.parsed(pointer, Formats::uuid, FaultCode.FORMAT);
    }

    private void bare(String pointer) {
        if (body.has(pointer)) {
            body.fault(pointer, FaultCode.UNKNOWN_MEMBER);
        }
    }

    private Optional<Content.Body> content() {
        Optional<JsonTree> given = body.root().at(BODY);
        if (given.flatMap(JsonTree::asObject).isEmpty()) {
            body.fault(BODY, given.isEmpty() ? FaultCode.REQUIRED : FaultCode.TYPE);
            return Optional.empty();
        }
        if (!body.has(HTML)) {
            return body.text(TEXT).map(Content.Text::new);
        }
        if (!body.has(TEXT)) {
            return body.text(HTML).map(Content.Html::new);
        }
        body.fault(HTML, FaultCode.UNKNOWN_MEMBER);
        return body.text(TEXT).map(Content.Text::new);
    }
}
