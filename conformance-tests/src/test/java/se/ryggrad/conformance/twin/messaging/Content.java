package se.ryggrad.conformance.twin.messaging;

import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Judge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges what a letter says, and that a notice says nothing of the sender's own. */
record Content(String subject, ObjectNode body) {

    private static final int SUBJECT = 200;
    private static final int BODY = 20_000;

    /** Reads subject and body of a message of a kind. */
    static Content of(JsonNode body, String kind, Judge judge, TwinSettings settings) {
        if (kind.equals("letter")) {
            return new Content(subject(body, judge), body(body, judge, settings));
        }
        boolean notice = kind.equals("notice");
        judge.faultIf(notice && body.has("subject") && !judge.breaks(Fault.MSG_008_A), "/subject", "unknown-member");
        judge.faultIf(notice && body.has("body") && !judge.breaks(Fault.MSG_008_B), "/body", "unknown-member");
        return new Content("", Json.object());
    }

    private static String subject(JsonNode body, Judge judge) {
        if (!body.has("subject") && judge.breaks(Fault.MSG_006_F)) {
            return "Meddelande";
        }
        boolean free = body.path("subject").asString("-").isEmpty() && judge.breaks(Fault.MSG_006_B);
        if (free) {
            return "Meddelande";
        }
        String subject = bounded(judge, body, "subject", "", judge.breaks(Fault.MSG_006_A) ? 255 : SUBJECT)
                .orElse("");
        boolean lines = subject.codePoints().anyMatch(c -> c < 0x20 || (c >= 0x7F && c <= 0x9F));
        judge.faultIf(lines && !judge.breaks(Fault.MSG_006_H), "/subject", "format");
        return subject;
    }

    private static ObjectNode body(JsonNode message, Judge judge, TwinSettings settings) {
        var body = message.path("body");
        var kept = Json.object();
        if (!body.isObject()) {
            judge.fault("/body", message.has("body") ? "type" : "required");
            return kept;
        }
        if (!body.has("text") && !body.has("html")) {
            judge.fault(judge.breaks(Fault.MSG_006_D) ? "/body" : "/body/text", "required");
            return kept;
        }
        boolean both = body.has("text") && body.has("html");
        judge.faultIf(both && !judge.breaks(Fault.MSG_006_C), "/body/html", "unknown-member");
        int longest = judge.breaks(Fault.MSG_006_G) ? Integer.MAX_VALUE : BODY;
        if (body.has("text")) {
            bounded(judge, body, "text", "/body", longest).ifPresent(text -> kept.put("text", text));
        } else {
            bounded(judge, body, "html", "/body", longest)
                    .flatMap(html -> html(html, judge, settings))
                    .ifPresent(html -> kept.put("html", html));
        }
        return kept;
    }

    private static Optional<String> html(String html, Judge judge, TwinSettings settings) {
        String cleaned = judge.breaks(Fault.MSG_007_F)
                ? html.replaceAll("(?is)<(script|style)\\b[^>]*>.*?</\\1\\s*>", "")
                : html;
        boolean wrong = !cleaned.isEmpty() && !Html.isSafe(cleaned, settings);
        judge.faultIf(wrong, "/body/html", "format");
        boolean whole = !judge.breaks(Fault.MSG_007_G);
        return Optional.of(
                whole ? cleaned : cleaned.replaceAll("<br\\s*/?>", "<br/>").replace("&apos;", "'"));
    }

    /** Returns the text of a member that shall be there, within bounds counted in code points. */
    private static Optional<String> bounded(Judge judge, JsonNode owner, String member, String above, int longest) {
        var text = judge.text(owner, member, above);
        text.ifPresent(t -> {
            int length = judge.breaks(Fault.MSG_006_E) ? t.length() : t.codePointCount(0, t.length());
            judge.faultIf(length == 0, above + "/" + member, "min-length");
            judge.faultIf(length > longest, above + "/" + member, "max-length");
        });
        return text;
    }
}
