package se.ryggrad.core.json.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
 * Takes typed members out of a body that was checked before.
 *
 * @param body the object
 */
record Fields(JsonTree.ObjectNode body) {

    String text(String name) {
        return body.text(name).orElseThrow();
    }

    Optional<String> maybeText(String name) {
        return body.text(name);
    }

    UUID uuid(String name) {
        return maybeUuid(name).orElseThrow();
    }

    Optional<UUID> maybeUuid(String name) {
        return body.text(name).flatMap(Formats::uuid);
    }

    Optional<LocalDate> maybeDate(String name) {
        return body.text(name).flatMap(Formats::date);
    }

    LocalDate date(String name) {
        return maybeDate(name).orElseThrow();
    }

    Optional<JsonText> maybeJson(String name) {
        return body.member(name).map(JsonTree::json);
    }

    JsonText json(String name, String otherwise) {
        return maybeJson(name).orElseGet(() -> new JsonText(otherwise));
    }

    <E extends Enum<E>> E code(String name, Class<E> vocabulary) {
        return Codes.parse(vocabulary, text(name));
    }

    <E extends Enum<E>> Optional<E> maybeCode(String name, Class<E> vocabulary) {
        return maybeText(name).map(code -> Codes.parse(vocabulary, code));
    }

    <T> List<T> each(String name, Function<Fields, T> read) {
        return body.items(name).stream()
                .flatMap(item -> item.asObject().stream())
                .map(Fields::new)
                .map(read)
                .toList();
    }

    List<UUID> uuids(String name) {
        return body.texts(name).stream()
                .flatMap(text -> Formats.uuid(text).stream())
                .toList();
    }

    Optional<Fields> maybe(String name) {
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

    private Audience audience() {
        return new Audience(
                code("to", Audience.To.class),
                uuids("parties").stream().map(PartyId::new).collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }
}
