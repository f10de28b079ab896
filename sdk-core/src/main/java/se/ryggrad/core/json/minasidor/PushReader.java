package se.ryggrad.core.json.minasidor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.minasidor.index.Audience;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.IdentityReader;

/** Reads what a source pushes (MINA-037 to MINA-039, MINA-042, MINA-051). */
public final class PushReader {

    private static final BodySchema CHANGE = BodySchema.of(new JsonText("""
        {"type": "object", "required": ["version"], "properties": {
          "version": {"type": "integer", "minimum": 1},
          "removed": {"type": "boolean"}}}
        """));
    private static final BodySchema ITEM = BodySchema.of(new JsonText("""
        {"type": "object", "required": ["owner", "assurance", "expiresAt", "item"], "properties": {
          "assurance": {"type": "string"},
          "expiresAt": {"type": "string", "format": "date-time"},
          "representatives": {"type": "array", "items": {"type": "object", "required": ["kind"], "properties": {
            "kind": {"type": "string"},
            "until": {"type": "string", "format": "date"}}}}}}
        """));
    private static final BodySchema VOUCHING = BodySchema.of(new JsonText("""
        {"type": "object", "required": ["asOf"], "properties": {
          "asOf": {"type": "string", "format": "date-time"}}}
        """));
    private static final String ANY_LEVEL = "none";
    private static final String OWNER = "/owner";
    private static final String REPRESENTATIVES = "/representatives";
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);

    private final JsonTree root;
    private final Instant now;
    private final List<Fault> faults;

    private PushReader(JsonDocument document, Instant now) {
        this.root = document.root();
        this.now = now;
        this.faults = new ArrayList<>(document.faults());
    }

    /**
     * Returns the change that {@code document} is.
     *
     * @param maximumLifetime how far ahead an item may end
     * @throws RyggradException {@code validation} with every fault
     */
    public static Push push(JsonDocument document, Duration maximumLifetime, Instant now) {
        return new PushReader(document, now).push(maximumLifetime);
    }

    /**
     * Returns up to when a source has pushed; at the latest now, whatever the clock of the source shows.
     *
     * @throws RyggradException {@code validation} with every fault
     */
    public static Instant asOf(JsonDocument document, Instant now) {
        return new PushReader(document, now).asOf();
    }

    private Instant asOf() {
        faults.addAll(VOUCHING.faults(root, ""));
        Optional<Instant> told = instant("/asOf");
        if (told.filter(now.plus(CLOCKS_DIFFER)::isBefore).isPresent()) {
            fault("/asOf", FaultCode.DATE_IN_FUTURE);
        }
        check();
        return told.filter(now::isAfter).orElse(now);
    }

    private Push push(Duration maximumLifetime) {
        faults.addAll(CHANGE.faults(root, ""));
        boolean removed = root.at("/removed").equals(Optional.of(JsonTree.of(true)));
        Optional<PushedItem> item =
                removed || root.asObject().isEmpty() ? Optional.empty() : item(now.plus(maximumLifetime));
        check();
        long version =
                root.at("/version").flatMap(JsonTree::asNumber).orElseThrow().longValueExact();
        return new Push(version, item);
    }

    /** Returns the item, and nothing when anything is wrong with it. */
    private Optional<PushedItem> item(Instant latest) {
        faults.addAll(ITEM.faults(root, ""));
        root.at("/item").ifPresent(item -> faults.addAll(ItemForm.PUSHED.faults(item, "/item")));
        Optional<Identity> owner = root.at(OWNER).flatMap(given -> IdentityReader.read(root, OWNER, faults));
        Optional<AssuranceLevel> assurance = assurance();
        List<Audience.Representative> representatives = representatives();
        Optional<Instant> expiresAt = instant("/expiresAt");
        if (expiresAt.filter(latest::isBefore).isPresent()) {
            fault("/expiresAt", FaultCode.MAXIMUM);
        }
        return faults.isEmpty()
                ? Optional.of(new PushedItem(
                        new Audience(owner.orElseThrow(), assurance, representatives),
                        expiresAt.orElseThrow(),
                        ItemForm.content(
                                root.at("/item").flatMap(JsonTree::asObject).orElseThrow())))
                : Optional.empty();
    }

    private Optional<AssuranceLevel> assurance() {
        Optional<String> given =
                root.at("/assurance").flatMap(JsonTree::asText).filter(text -> !text.equals(ANY_LEVEL));
        Optional<AssuranceLevel> level = given.flatMap(AssuranceLevel::parse);
        if (given.isPresent() && level.isEmpty()) {
            fault("/assurance", FaultCode.UNKNOWN_VALUE);
        }
        return level;
    }

    private List<Audience.Representative> representatives() {
        List<JsonTree> given =
                root.at(REPRESENTATIVES).flatMap(JsonTree::asArray).orElse(List.of());
        List<Audience.Representative> read = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            representative(given.get(place), REPRESENTATIVES + '/' + place).ifPresent(read::add);
        }
        long kinds = read.stream().map(Audience.Representative::kind).distinct().count();
        if (kinds < read.size()) {
            fault(REPRESENTATIVES, FaultCode.UNIQUE_ITEMS);
        }
        return read;
    }

    private Optional<Audience.Representative> representative(JsonTree given, String pointer) {
        Optional<String> code = given.at("/kind").flatMap(JsonTree::asText);
        Optional<RepresentationKind> kind = code.flatMap(RepresentationKind::parse);
        if (code.isPresent() && kind.isEmpty()) {
            fault(pointer + "/kind", FaultCode.UNKNOWN_VALUE);
        }
        return kind.map(known -> new Audience.Representative(
                known, given.at("/until").flatMap(JsonTree::asText).flatMap(Formats::date)));
    }

    private Optional<Instant> instant(String pointer) {
        return root.at(pointer).flatMap(JsonTree::asText).flatMap(Formats::instant);
    }

    private void fault(String pointer, FaultCode code) {
        faults.add(FaultTexts.at(pointer, code));
    }

    private void check() {
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
    }
}
