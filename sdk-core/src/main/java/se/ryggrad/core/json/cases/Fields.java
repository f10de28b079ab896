package se.ryggrad.core.json.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/**
 * Takes typed members out of a body that was checked before, or is taken at its word: what should be there and is not throws
 * {@link java.util.NoSuchElementException}, and a name that its vocabulary does not have {@link IllegalArgumentException}.
 *
 * @param body the object
 */
public record Fields(JsonTree.ObjectNode body) {

    /** Returns a text that is there. */
    public String text(String name) {
        return body.text(name).orElseThrow();
    }

    /** Returns a text, or nothing. */
    public Optional<String> maybeText(String name) {
        return body.text(name);
    }

    /** Returns a moment that is there. */
    public Instant instant(String name) {
        return body.text(name).flatMap(Formats::instant).orElseThrow();
    }

    /** Returns a whole number that is there. */
    public long number(String name) {
        return body.member(name).flatMap(JsonTree::asNumber).orElseThrow().longValueExact();
    }

    /** Returns an id that is there. */
    public UUID uuid(String name) {
        return maybeUuid(name).orElseThrow();
    }

    /** Returns an id, or nothing. */
    public Optional<UUID> maybeUuid(String name) {
        return body.text(name).flatMap(Formats::uuid);
    }

    /** Returns a date, or nothing. */
    public Optional<LocalDate> maybeDate(String name) {
        return body.text(name).flatMap(Formats::date);
    }

    /** Returns a date that is there. */
    public LocalDate date(String name) {
        return maybeDate(name).orElseThrow();
    }

    /** Returns JSON as given, or nothing. */
    public Optional<JsonText> maybeJson(String name) {
        return body.member(name).map(JsonTree::json);
    }

    /** Returns JSON as given, or what it is otherwise. */
    public JsonText json(String name, String otherwise) {
        return maybeJson(name).orElseGet(() -> new JsonText(otherwise));
    }

    /** Returns the constant that a text names, which is there. */
    public <E extends Enum<E>> E code(String name, Class<E> vocabulary) {
        return Codes.parse(vocabulary, text(name));
    }

    /** Returns the constant that a text names, or nothing. */
    public <E extends Enum<E>> Optional<E> maybeCode(String name, Class<E> vocabulary) {
        return maybeText(name).map(code -> Codes.parse(vocabulary, code));
    }

    /** Returns the constants that the texts in an array name. */
    public <E extends Enum<E>> Set<E> codes(String name, Class<E> vocabulary) {
        return body.texts(name).stream()
                .map(code -> Codes.parse(vocabulary, code))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns what {@code read} makes of each object in an array. */
    public <T> List<T> each(String name, Function<Fields, T> read) {
        return body.items(name).stream()
                .flatMap(item -> item.asObject().stream())
                .map(Fields::new)
                .map(read)
                .toList();
    }

    /** Returns the ids in an array. */
    public List<UUID> uuids(String name) {
        return body.texts(name).stream()
                .flatMap(text -> Formats.uuid(text).stream())
                .toList();
    }

    /** Returns an object, or nothing. */
    public Optional<Fields> maybe(String name) {
        return body.object(name).map(Fields::new);
    }

    List<DocumentEntry> documents() {
        return each(
                "documents",
                entry -> new DocumentEntry(
                        new DocumentId(entry.uuid("id")),
                        entry.text("kind"),
                        entry.text("name"),
                        entry.maybeText("subject")));
    }

    Optional<Recorded> recorded() {
        Recorded recorded = new Recorded(
                maybeUuid("for").map(PartyId::new), maybeCode("channel", Channel.class), maybeDate("receivedOn"));
        boolean nothing = recorded.party().isEmpty()
                && recorded.channel().isEmpty()
                && recorded.receivedOn().isEmpty();
        return nothing ? Optional.empty() : Optional.of(recorded);
    }

    Circle circle() {
        Audience audience = maybe("audience").map(Fields::audience).orElse(Audience.ALL_PARTIES);
        List<Circle.Ground> grounds = each(
                "secrecy",
                ground -> new Circle.Ground(
                        ground.text("provision"), ground.maybeText("against").orElse("")));
        return new Circle(audience, grounds);
    }

    /** Returns who may see, as this object says. */
    public Audience audience() {
        return new Audience(
                code("to", Audience.To.class),
                uuids("parties").stream().map(PartyId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
