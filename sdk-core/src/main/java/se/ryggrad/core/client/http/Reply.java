package se.ryggrad.core.client.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Is what another system answered. What it is read from is taken at its word; unknown members are passed over. */
public final class Reply {

    private static final JsonInput INPUT = new JsonInput(new JsonLimits(Integer.MAX_VALUE - 1, 64));
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NEXT = Pattern.compile("(?i)>[^<]*;\\s*rel\\s*=\\s*\"?next\\b");

    private final BoundedCalls.Answered answer;

    Reply(BoundedCalls.Answered answer) {
        this.answer = answer;
    }

    int status() {
        return answer.status();
    }

    boolean succeeded() {
        return answer.status() == 200 || answer.status() == 201;
    }

    /** Returns whether another try may succeed: the system has failed, and not the request. */
    boolean transientFailure() {
        return answer.status() >= 500;
    }

    Optional<Duration> retryAfter() {
        return header("Retry-After")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** Returns a header. */
    public Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    /**
     * Reads the object that was answered.
     *
     * @throws RyggradException {@code internal} when it is not as the standard says
     */
    public <T> T read(Function<JsonTree.ObjectNode, T> reader) {
        if (!answer.json()) {
            throw otherwise();
        }
        return read(object().orElseThrow(Reply::otherwise), reader);
    }

    /** Reads a page of a list, of which {@code request} was asked for. */
    public <T> Page<T> page(PageRequest request, Function<JsonTree.ObjectNode, T> reader) {
        return read(json -> new Page<>(
                items(json, reader),
                request,
                answer.headers().allValues("Link").stream()
                        .anyMatch(link -> NEXT.matcher(link).find()),
                json.member("total")
                        .flatMap(JsonTree::asNumber)
                        .map(total -> OptionalLong.of(total.longValueExact()))
                        .orElseGet(OptionalLong::empty)));
    }

    /** Reads the items of a list. */
    public static <T> List<T> items(JsonTree.ObjectNode list, Function<JsonTree.ObjectNode, T> reader) {
        return list.member("items").flatMap(JsonTree::asArray).orElseThrow().stream()
                .map(item -> reader.apply(item.asObject().orElseThrow()))
                .toList();
    }

    /** Returns the object that was answered, whatever its media type, or nothing when it is none. */
    Optional<JsonTree.ObjectNode> object() {
        try {
            JsonDocument document = INPUT.parse(answer.body());
            return document.faults().isEmpty() ? document.root().asObject() : Optional.empty();
        } catch (RyggradException noJson) {
            return Optional.empty();
        }
    }

    /** Reads without telling what could not be read: it may be anything, of anybody. */
    private static <T> T read(JsonTree.ObjectNode json, Function<JsonTree.ObjectNode, T> reader) {
        try {
            return reader.apply(json);
        } catch (NoSuchElementException | IllegalArgumentException | ArithmeticException | DateTimeException other) {
            throw otherwise();
        }
    }

    /** Returns the refusal of an answer that the standard does not have. */
    public static RyggradException otherwise() {
        return RyggradException.of(ProblemType.INTERNAL, Wording.text("problem.other-answer"));
    }
}
