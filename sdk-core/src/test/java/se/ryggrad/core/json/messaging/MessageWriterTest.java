package se.ryggrad.core.json.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.catalog.schema.FormSchema;
import se.ryggrad.core.contract.Messages;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

class MessageWriterTest {

    @Test
    void writesAMessageAsTheSchemaSays() {
        Message queued = Messages.letter(Messages.POST, ChannelId.MINA_SIDOR);
        Message begun = Messages.begun(queued);
        Message failed = begun.with(
                List.of(begun.last().orElseThrow().handed().ended(Outcome.FAILED, Reason.NO_MAILBOX)), begun.due());
        Message received = Messages.received(Messages.SENT);

        for (Message message : List.of(queued, begun, failed, received, Messages.notice(Messages.POST))) {
            holds("message", MessageWriter.message(message));
        }
        assertThat(JsonOutput.text(MessageWriter.message(failed)))
                .contains("\"reason\":\"no-mailbox\"", "\"delivery\":\"", "\"state\":\"failed\"")
                .doesNotContain(People.ANNA);
        assertThat(JsonOutput.text(MessageWriter.message(begun))).doesNotContain("\"delivery\"", "\"reason\"");
        assertThat(JsonOutput.text(MessageWriter.message(received)))
                .contains("\"to\":{\"case\":\"", "\"party\":\"")
                .doesNotContain("identity");
    }

    @Test
    void writesALetterAsTheSchemaSays() {
        Letter letter = Letter.of(Messages.received(Messages.SENT), false).orElseThrow();

        holds("inbox-item", LetterWriter.item(letter, "Piteå kommun"));
        holds("inbox-letter", LetterWriter.whole(letter, "Piteå kommun"));
        assertThat(LetterWriter.whole(letter, "Piteå kommun").at("/body/html")).contains(JsonTree.of("<p>å&amp;ä</p>"));
    }

    @Test
    void writesContactDataAsTheSchemaSays() {
        holds("contact", LetterWriter.contact(Contact.NONE));
        holds(
                "contact",
                LetterWriter.contact(new Contact(
                        Optional.of("anna@example.se"),
                        Optional.of("+46701740605"),
                        List.of(AddressKind.PHONE, AddressKind.EMAIL))));
    }

    private static void holds(String schema, JsonTree.ObjectNode json) {
        assertThat(FormSchema.validate(StandardFiles.json("schemas/" + schema + ".schema.json"), json)
                        .isValid())
                .as(JsonOutput.text(json))
                .isTrue();
    }
}
