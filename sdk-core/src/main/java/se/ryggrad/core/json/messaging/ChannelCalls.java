package se.ryggrad.core.json.messaging;

import java.util.Optional;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Recipient;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Writes what a channel is asked and given, and reads what it answers, after the published schemas (MSG-016 to MSG-019). */
public final class ChannelCalls {

    /** The most octets of an answer. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final BodySchema REACHABILITY = BodySchema.of(
            StandardFiles.json("schemas/channel-reachability.schema.json").json());
    private static final JsonInput INPUT = new JsonInput(new JsonLimits(MOST_BYTES, JsonLimits.DEFAULT.depth()));

    private ChannelCalls() {}

    /** Returns a question as it is asked. */
    public static JsonTree question(Question question) {
        return JsonTree.object()
                .put("recipient", recipient(question.recipient()))
                .put("kind", question.kind().code())
                .build();
    }

    /** Returns a delivery as it is given. */
    public static JsonTree delivery(Delivery delivery) {
        JsonBuilder given = JsonTree.object()
                .put("delivery", delivery.id().value())
                .put("kind", delivery.kind().code())
                .put("recipient", recipient(delivery.recipient()))
                .put("sender", sender(delivery.sender()))
                .put("expiresAt", Formats.text(delivery.expiresAt()));
        if (delivery.matter() instanceof Delivery.Matter.OfLetter letter) {
            given.put("subject", letter.content().subject())
                    .put("body", body(letter.content().body()));
        } else if (delivery.matter() instanceof Delivery.Matter.OfNotice notice) {
            given.put("text", notice.text()).put("link", notice.link().toString());
        }
        return given.build();
    }

    /** Returns whether the recipient is reached, or nothing when the answer is not after its schema. */
    public static Optional<Reach> reach(byte[] octets) {
        return parsed(octets)
                .filter(answer -> REACHABILITY.faults(answer, "").isEmpty())
                .flatMap(JsonTree::asObject)
                .map(answer ->
                        answer.member("reachable").flatMap(JsonTree::asTruth).orElseThrow()
                                ? new Reach.Reached()
                                : new Reach.Unreached(reason(answer)));
    }

    /** Returns why a delivery was refused; {@link Reason#REJECTED} where nothing that is known is given. */
    public static Reason refusal(byte[] octets) {
        return parsed(octets)
                .flatMap(JsonTree::asObject)
                .map(ChannelCalls::reason)
                .orElse(Reason.REJECTED);
    }

    private static Reason reason(JsonTree.ObjectNode answer) {
        return answer.text("reason").flatMap(Reason::parse).orElse(Reason.REJECTED);
    }

    private static Optional<JsonTree> parsed(byte[] octets) {
        try {
            return Optional.of(INPUT.parse(octets).root());
        } catch (RyggradException noJson) {
            return Optional.empty();
        }
    }

    private static JsonTree recipient(Recipient recipient) {
        if (recipient instanceof Recipient.At at) {
            return JsonTree.object().put(at.kind().code(), at.address()).build();
        }
        Identity identity = ((Recipient.Known) recipient).identity();
        return JsonTree.object()
                .put(
                        "identity",
                        JsonTree.object()
                                .put("scheme", identity.scheme().code())
                                .put("value", identity.value())
                                .build())
                .build();
    }

    private static JsonTree sender(Principal sender) {
        return JsonTree.object()
                .put("organisationNumber", sender.organisation().value())
                .put("name", sender.name())
                .build();
    }

    private static JsonTree body(Content.Body body) {
        String form = body instanceof Content.Html ? "html" : "text";
        return JsonTree.object().put(form, body.value()).build();
    }
}
