package se.ryggrad.core.minasidor.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.minasidor.ItemForm;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Reads what a source answers: all of it or nothing (MINA-014, MINA-015, MINA-020 to MINA-024). Thread-safe.
 *
 * <p>The schema is that of {@code /overview-items}, with two exceptions that the standard makes: members that it does not name are
 * left out, and a link that leads nowhere is left out too.
 */
final class AnswerReader {

    private static final JsonInput INPUT = new JsonInput(JsonLimits.DEFAULT);
    private static final BodySchema LIST = BodySchema.of(new JsonText("""
        {"type": "object", "required": ["items", "page", "limit"], "properties": {
          "items": {"type": "array"},
          "page": {"type": "integer", "minimum": 1},
          "limit": {"type": "integer", "minimum": 1, "maximum": 100},
          "total": {"type": "integer", "minimum": 0}}}
        """));
    private static final Pattern NEXT = Pattern.compile(
            ";\\s*rel\\s*=\\s*(\"([^\"]*\\s)?next(\\s[^\"]*)?\"|next\\s*([;,]|$))", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINK = 8192;

    private final Clock clock;

    /** Creates a reader that notes when an answer came. */
    AnswerReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the JSON of an answer of 200.
     *
     * @throws UnansweredException {@code DENIED} for 401 and 403, {@code FAILED} for anything else
     */
    static JsonTree.ObjectNode json(BoundedCalls.Answered answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new UnansweredException(Reason.DENIED);
        }
        if (answer.status() != 200 || !answer.json()) {
            throw new UnansweredException(Reason.FAILED);
        }
        return object(answer.body());
    }

    /**
     * Returns the JSON object in {@code octets}.
     *
     * @throws UnansweredException {@code FAILED} when they hold none
     */
    static JsonTree.ObjectNode object(byte[] octets) {
        try {
            return INPUT.parse(octets).root().asObject().orElseThrow(() -> new UnansweredException(Reason.FAILED));
        } catch (RyggradException noJson) {
            throw new UnansweredException(Reason.FAILED);
        }
    }

    /**
     * Reads the answer to {@code GET /overview-items}.
     *
     * @param subject the {@code sub} of the token that was sent
     * @throws UnansweredException when nothing of it is shown
     */
    SourceAnswer read(RegisteredSource source, String subject, BoundedCalls.Answered answer) {
        JsonTree.ObjectNode list = json(answer);
        List<JsonTree> items = list.items("items");
        if (items.stream().anyMatch(item -> foreign(item, subject))) {
            throw new UnansweredException(Reason.FOREIGN);
        }
        if (!LIST.faults(list, "").isEmpty()
                || items.stream()
                        .anyMatch(item -> !ItemForm.ANSWERED.faults(item, "").isEmpty())) {
            throw new UnansweredException(Reason.FAILED);
        }
        return new SourceAnswer(latest(source, items), more(answer), now(), answer.body().length);
    }

    private static boolean foreign(JsonTree item, String subject) {
        return item.asObject()
                .flatMap(object -> object.text("for"))
                .filter(whom -> !whom.equals(subject))
                .isPresent();
    }

    /** Returns each item once: of those with one id the one that changed last. */
    private static List<GatheredItem> latest(RegisteredSource source, List<JsonTree> items) {
        Map<String, GatheredItem> byId = new LinkedHashMap<>();
        items.stream()
                .flatMap(item -> item.asObject().stream())
                .map(item -> gathered(source, item))
                .forEach(item -> byId.merge(
                        item.id(), item, (one, other) -> other.updatedAt().isAfter(one.updatedAt()) ? other : one));
        return new ArrayList<>(byId.values());
    }

    private static GatheredItem gathered(RegisteredSource source, JsonTree.ObjectNode item) {
        return source.shown(item.text("id").orElseThrow(), ItemForm.content(item));
    }

    private static boolean more(BoundedCalls.Answered answer) {
        return answer.headers().allValues("Link").stream()
                .filter(link -> link.length() <= LONGEST_LINK)
                .anyMatch(link -> NEXT.matcher(link).find());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
