package se.ryggrad.core.client.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/**
 * Turns a problem that another system answers (RFC 9457, schema {@code problem}) into the exception that the SDK throws for it. A
 * type that is not known here counts as the status that it came with; a code of a fault that is not known is passed over.
 */
final class ProblemReader {

    private static final Pattern SENSITIVE = Pattern.compile("\\d{6}");
    private static final Pattern LEVEL = Pattern.compile("acr_values=\"([^\"]*)\"");

    private ProblemReader() {}

    static RyggradException of(Reply reply) {
        if (reply.status() < 400) {
            return Reply.otherwise();
        }
        JsonTree.ObjectNode body = reply.object().orElse(JsonTree.ObjectNode.EMPTY);
        ProblemType type =
                body.text("type").flatMap(ProblemType::parse).orElseGet(() -> ProblemStatus.plain(reply.status()));
        LocalizedText detail = text(body, "detail")
                .orElseGet(() -> Wording.text("problem.refused", Wording.same(Integer.toString(reply.status()))));
        return RyggradException.of(
                new Problem(type, detail, faults(body), body.text("firstResource"), requiredLevel(reply)));
    }

    private static List<Fault> faults(JsonTree.ObjectNode body) {
        return body.items("errors").stream()
                .flatMap(item -> item.asObject().stream())
                .flatMap(item -> fault(item).stream())
                .toList();
    }

    private static Optional<Fault> fault(JsonTree.ObjectNode item) {
        Optional<String> pointer = item.text("pointer");
        Fault.Place place = pointer.isPresent() ? Fault.Place.POINTER : Fault.Place.PARAMETER;
        return pointer.or(() -> item.text("parameter"))
                .flatMap(where -> item.text("code")
                        .flatMap(FaultCode::parse)
                        .map(code -> new Fault(
                                place, where, code, text(item, "detail").orElseGet(() -> Wording.same(code.code())))));
    }

    /** Returns a text for people; nothing where it could name somebody by number. */
    private static Optional<LocalizedText> text(JsonTree.ObjectNode body, String name) {
        return body.text(name).filter(text -> !SENSITIVE.matcher(text).find()).map(Wording::same);
    }

    private static Optional<String> requiredLevel(Reply reply) {
        return reply.header("WWW-Authenticate")
                .map(LEVEL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
