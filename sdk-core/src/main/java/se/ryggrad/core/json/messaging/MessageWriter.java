package se.ryggrad.core.json.messaging;

import java.util.List;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Attempt;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/** Writes messages and what is offered (schema {@code message}): their members and no others, and nobody's identity. */
public final class MessageWriter {

    private MessageWriter() {}

    /** Writes a message and what became of it (MSG-011). */
    public static JsonTree.ObjectNode message(Message message) {
        return JsonTree.object()
                .put("id", message.id().value().toString())
                .put("kind", message.kind().code())
                .put("to", to(message.to()))
                .put("state", message.state().code())
                .put("createdAt", Formats.text(message.createdAt()))
                .put("expiresAt", Formats.text(message.expiresAt()))
                .putTexts(
                        "channels",
                        message.channels().stream().map(ChannelId::value).toList())
                .put(
                        "attempts",
                        message.attempts().stream().map(MessageWriter::attempt).toList())
                .build();
    }

    /** Writes what is offered (schema {@code capabilities}, MSG-001). */
    public static JsonTree.ObjectNode terms(MessageTerms terms) {
        List<JsonTree> channels =
                terms.channels().stream().<JsonTree>map(MessageWriter::channel).toList();
        return JsonTree.object()
                .put("channels", channels)
                .put("tries", terms.limits().tries())
                .put("firstRetry", terms.limits().firstRetry().toString())
                .put("maximumTimeToLive", terms.limits().maximumTimeToLive().toString())
                .put("noticeLink", terms.limits().noticeLink().toASCIIString())
                .build();
    }

    private static JsonTree.ObjectNode channel(ChannelDescription channel) {
        List<String> kinds =
                channel.kinds().stream().sorted().map(MessageKind::code).toList();
        return JsonTree.object()
                .put("id", channel.id().value())
                .putTexts("kinds", kinds)
                .put("title", channel.title())
                .putText("address", channel.address().map(AddressKind::code))
                .build();
    }

    private static JsonTree.ObjectNode to(Addressee to) {
        if (to instanceof Addressee.OfParty of) {
            return JsonTree.object()
                    .put("case", of.in().value().toString())
                    .put("party", of.party().value().toString())
                    .build();
        }
        JsonTree.ObjectNode scheme =
                JsonTree.object().put("scheme", to.identity().scheme().code()).build();
        return JsonTree.object().put("identity", scheme).build();
    }

    private static JsonTree.ObjectNode attempt(Attempt attempt) {
        return JsonTree.object()
                .put("channel", attempt.channel().value())
                .putText("delivery", attempt.knownAs().map(DeliveryId::value))
                .put("at", Formats.text(attempt.at()))
                .put("outcome", attempt.outcome().code())
                .put("tries", attempt.tries())
                .putText("reason", attempt.reason().map(Reason::code))
                .build();
    }
}
