package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The letters of somebody, through their own eyes or through those of whoever represents them. */
final class Inbox {

    /** Where it is. */
    static final String PATH = "/inbox";

    private static final int ALL = 100;

    private final Http http;
    private final Credential reader;

    /** Looks through somebody's eyes. */
    Inbox(Http http, Credential reader) {
        this.http = http;
        this.reader = reader;
    }

    /** Sends a letter by the inbox alone and waits until it is there. */
    static Message send(Messages messages, ObjectNode to) {
        return send(messages, Letters.letter(to), Messages.INBOX);
    }

    /** Sends a letter by channels and waits until it is delivered. */
    static Message send(Messages messages, ObjectNode letter, String... channels) {
        Message message = messages.sent(letter.set("channels", Json.array((Object[]) channels)));
        message.expectDelivered();
        return message;
    }

    /** Reads the first hundred letters. */
    Answer read() {
        return http.get(PATH).as(reader).query("limit", ALL).send();
    }

    /** Reads the letters, which must be shown. */
    List<Part> items() {
        return read().expect(200).at("/items").items();
    }

    /** Returns the ids of the letters. */
    List<String> ids() {
        return Pages.ids(items());
    }

    /** Expects just these letters, in any order. */
    void expect(String... ids) {
        Answer answer = read().expect(200);
        List<String> seen =
                Pages.ids(answer.at("/items").items()).stream().sorted().toList();
        if (!seen.equals(List.of(ids).stream().sorted().toList())) {
            answer.fail("the letters " + List.of(ids), seen.toString(), "/items");
        }
    }

    /** Reads a letter. */
    Answer letter(String id) {
        return http.get(PATH + "/" + id).as(reader).send();
    }

    /** Does something with a letter. */
    Answer act(String id, String action) {
        return http.post(PATH + "/" + id + "/actions")
                .as(reader)
                .json(Json.object("action", action))
                .send();
    }
}
