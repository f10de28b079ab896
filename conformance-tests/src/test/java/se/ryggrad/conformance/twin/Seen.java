package se.ryggrad.conformance.twin;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;

/**
 * One exchange that a twin has seen, for the test of breadth.
 *
 * @param type the problem, or empty
 * @param action the action that was asked for, or empty
 */
public record Seen(String method, String path, int status, String type, String action) {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"urn:ryggrad:problem:([a-z-]+)\"");
    private static final Pattern ACTION = Pattern.compile("\"action\"\\s*:\\s*\"([a-z-]+)\"");

    static Seen of(Call call, Answer answer) {
        boolean acting = call.path().endsWith("/actions");
        return new Seen(
                call.method(),
                call.path(),
                answer.status(),
                answer.status() < 400 ? "" : first(TYPE, answer.body()),
                acting ? first(ACTION, call.body()) : "");
    }

    private static String first(Pattern pattern, byte[] text) {
        var match = pattern.matcher(new String(text, StandardCharsets.UTF_8));
        return match.find() ? match.group(1) : "";
    }
}
