package se.ryggrad.core.json.messaging;

import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes what people read and have said of themselves (schemas {@code inbox-item}, {@code inbox-letter}, {@code contact}). */
public final class LetterWriter {

    private LetterWriter() {}

    /**
     * Writes a letter of the list (MSG-029).
     *
     * @param sender the name of whose it is
     */
    public static JsonTree.ObjectNode item(Letter letter, String sender) {
        return head(letter, sender).build();
    }

    /**
     * Writes a letter with its body, character by character (MSG-029).
     *
     * @param sender the name of whose it is
     */
    public static JsonTree.ObjectNode whole(Letter letter, String sender) {
        Content.Body body = letter.content().body();
        String form = body instanceof Content.Html ? "html" : "text";
        return head(letter, sender)
                .put("body", JsonTree.object().put(form, body.value()).build())
                .build();
    }

    /** Writes how somebody wants to be told (MSG-033). */
    public static JsonTree.ObjectNode contact(Contact contact) {
        return JsonTree.object()
                .putText("email", contact.email())
                .putText("phone", contact.phone())
                .putTexts(
                        "notices",
                        contact.notices().stream().map(AddressKind::notice).toList())
                .build();
    }

    private static JsonBuilder head(Letter letter, String sender) {
        return JsonTree.object()
                .put("id", letter.id().value().toString())
                .put("subject", letter.content().subject())
                .put("sender", JsonTree.object().put("name", sender).build())
                .put("receivedAt", Formats.text(letter.receivedAt()))
                .put("read", letter.read())
                .putText("case", letter.ofCase().map(id -> id.value().toString()));
    }
}
