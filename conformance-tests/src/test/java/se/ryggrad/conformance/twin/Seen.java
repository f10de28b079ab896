package se.ryggrad.conformance.twin;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.core.JacksonException;

/**
 * One exchange that a twin has seen, for the tests of breadth and of mutants.
 *
 * @param readable whether the answer is whole JSON where it says that it is JSON
 * @param type the problem, or empty
 * @param action the action that was asked for, or empty
 */
public record Seen(String method, String path, int status, boolean readable, String type, String action) {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"urn:ryggrad:problem:([a-z-]+)\"");
    private static final Pattern ACTION = Pattern.compile("\"action\"\\s*:\\s*\"([a-z-]+)\"");

    static Seen of(Call call, Answer answer) {
        boolean acting = call.path().endsWith("/actions");
        return new Seen(
                call.method(),
                call.path(),
                answer.status(),
                isReadable(answer),
                answer.status() < 400 ? "" : first(TYPE, answer.body()),
                acting ? first(ACTION, call.body()) : "");
    }

    private static boolean isReadable(Answer answer) {
        if (answer.body().length == 0
                || !answer.headers().getOrDefault("Content-Type", "").contains("json")) {
            return true;
        }
        try {
            Json.read(new String(answer.body(), StandardCharsets.UTF_8));
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String first(Pattern pattern, byte[] text) {
        var match = pattern.matcher(new String(text, StandardCharsets.UTF_8));
        return match.find() ? match.group(1) : "";
    }
}
