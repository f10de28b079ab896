package se.ryggrad.server.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.Client;
import se.ryggrad.server.it.SentMessages;

/**
 * Is what the server has answered for.
 *
 * @param write what was asked of it
 * @param answer what it answered
 */
record Accepted(Write write, HttpResponse<String> answer) {

    /** Returns what the server made, as it said. */
    ObjectNode made() {
        return SentMessages.parsed(answer);
    }

    /** Returns the id of what the server made. */
    String id() {
        return made().text("id").orElseThrow();
    }

    /** Reads it. */
    HttpResponse<String> read(MortalServer server) throws IOException {
        return server.ask(life -> write.by().apply(life).get(write.path() + "/" + id()));
    }

    /** Tells whether the same request under its key is answered as it was. */
    boolean answeredAsBefore(MortalServer server) throws IOException {
        HttpResponse<String> again = server.ask(write::send);
        return again.statusCode() == answer.statusCode() && again.body().equals(answer.body());
    }

    /**
     * Is a request that makes something, under a key by which it is sent again.
     *
     * @param by who sends it
     * @param path where to
     * @param json what
     * @param key its key
     * @param status what it is accepted with
     */
    record Write(Function<MortalServer.Life, Client> by, String path, String json, UUID key, int status) {
        /** Returns a letter that a system sends. */
        static Write message(String json) {
            return new Write(MortalServer.Life::system, "/messages", json, UUID.randomUUID(), 202);
        }

        /** Returns a case that a person begins. */
        static Write submission(String json) {
            return new Write(MortalServer.Life::person, "/cases", json, UUID.randomUUID(), 201);
        }

        HttpResponse<String> send(MortalServer.Life life) throws IOException {
            return by.apply(life).post(path, json, key);
        }

        /** Sends it until it is answered, and returns what was accepted; nothing, but a line for the reader, when it was refused. */
        Optional<Accepted> accepted(MortalServer server) throws IOException {
            HttpResponse<String> answered = server.ask(this::send);
            if (answered.statusCode() != status) {
                System.out.printf("%s is answered with %d: %s%n", path, answered.statusCode(), answered.body());
                return Optional.empty();
            }
            return Optional.of(new Accepted(this, answered));
        }
    }
}
