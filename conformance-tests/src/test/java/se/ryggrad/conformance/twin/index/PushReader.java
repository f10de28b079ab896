package se.ryggrad.conformance.twin.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Instants;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.identity.Levels;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a source says of an item, and ends with all that is wrong with it. */
final class PushReader {

    private static final Set<String> SCHEMES =
            Set.of("personnummer", "samordningsnummer", "prid", "organisationsnummer");
    private static final Set<String> KINDS =
            Set.of("guardian", "signatory", "power-of-attorney", "god-man", "forvaltare", "framtidsfullmakt");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);

    private final ObjectNode body;
    private final Judge judge;
    private final Instant now;
    private final Instant latest;

    private PushReader(ObjectNode body, TwinSettings settings, Instant now) {
        this.body = body;
        this.judge = new Judge(body, settings);
        this.now = now;
        this.latest = now.plus(IndexOffer.of(settings).maximumLifetime());
    }

    /** Returns what is said. */
    static Push read(ObjectNode body, TwinSettings settings, Instant now) {
        boolean removing =
                body.path("removed").asBoolean(false) && body.path("removed").isBoolean();
        if (!removing) {
            return new PushReader(body, settings, now).item();
        }
        boolean whole = body.has("owner") && settings.breaks(Fault.MINA_042_B);
        long version = whole
                ? new PushReader(body, settings, now).item().version()
                : new PushReader(alone(body), settings, now).removal();
        return new Push(version, Optional.empty());
    }

    private static ObjectNode alone(ObjectNode body) {
        var alone = Json.object();
        if (body.has("version")) {
            alone.set("version", body.path("version"));
        }
        return alone;
    }

    private long removal() {
        long version = version();
        judge.close();
        return version;
    }

    private Push item() {
        var removed = body.path("removed");
        judge.faultIf(
                !removed.isMissingNode() && !removed.isBoolean() && !judge.breaks(Fault.MINA_037_D),
                "/removed",
                "type");
        long version = version();
        var owner = owner();
        String assurance = assurance();
        var representatives = representatives();
        var ends = expiresAt();
        var content = ItemReader.read(body, judge);
        judge.close();
        return new Push(version, Optional.of(new Pushed(owner, assurance, representatives, ends, content)));
    }

    private long version() {
        var version = body.path("version");
        if (version.isMissingNode()) {
            judge.faultIf(!judge.breaks(Fault.MINA_037_A), "/version", "required");
            return 1;
        }
        if (version.isString() && judge.breaks(Fault.MINA_037_M)) {
            return Long.parseLong(version.stringValue().replaceAll("[^0-9]", ""));
        }
        boolean whole = version.isNumber()
                && version.decimalValue().stripTrailingZeros().scale() <= 0;
        if (!whole) {
            judge.faultIf(!version.isNumber() || !judge.breaks(Fault.MINA_037_N), "/version", "type");
            return 1;
        }
        var number = version.decimalValue();
        if (number.abs().compareTo(LARGEST) > 0) {
            return 1;
        }
        judge.faultIf(number.signum() < 1 && !judge.breaks(Fault.MINA_037_J), "/version", "minimum");
        return number.longValue();
    }

    private Identity owner() {
        var owner = body.path("owner");
        if (!owner.isObject()) {
            judge.fault("/owner", body.has("owner") ? "type" : "required");
            return new Identity("none", "");
        }
        boolean bare = owner.path("scheme").asString("").equals("none") && judge.breaks(Fault.MINA_039_B);
        String scheme = judge.text(owner, "scheme", "/owner").orElse("");
        boolean known = SCHEMES.contains(scheme);
        judge.faultIf(owner.path("scheme").isString() && !known && !bare, "/owner/scheme", "unknown-value");
        String value = owner.has("value") || !judge.breaks(Fault.MINA_039_D)
                ? judge.text(owner, "value", "/owner").orElse("")
                : "";
        boolean wrong = known && owner.path("value").isString() && !IdentityNumber.isValid(scheme, value);
        judge.faultIf(
                wrong && !judge.breaks(Fault.MINA_039_A),
                judge.breaks(Fault.MINA_039_C) ? "/owner" : "/owner/value",
                "format");
        return new Identity(scheme, IdentityNumber.canonical(scheme, value));
    }

    private String assurance() {
        if (!body.has("assurance") && judge.breaks(Fault.MINA_037_K)) {
            return Levels.NONE;
        }
        var assurance = judge.text(body, "assurance", "");
        boolean known =
                assurance.map(a -> a.equals(Levels.NONE) || Levels.isKnown(a)).orElse(true);
        judge.faultIf(!known && !judge.breaks(Fault.MINA_037_E), "/assurance", "unknown-value");
        return assurance.orElse(Levels.NONE);
    }

    private Map<String, String> representatives() {
        var given = body.path("representatives");
        var kinds = new LinkedHashMap<String, String>();
        if (!given.isMissingNode() && !given.isArray()) {
            judge.fault("/representatives", "type");
        }
        boolean twice = false;
        for (int i = 0; given.isArray() && i < given.size(); i++) {
            String pointer = "/representatives/" + i;
            if (given.get(i).isObject()) {
                var kind = kind(given.get(i), pointer);
                String until = until(given.get(i), pointer);
                twice |= kind.isPresent() && kinds.put(kind.get(), until) != null;
            } else {
                judge.fault(pointer, "type");
            }
        }
        judge.faultIf(twice && !judge.breaks(Fault.MINA_037_G), "/representatives", "unique-items");
        return kinds;
    }

    private Optional<String> kind(JsonNode representative, String pointer) {
        if (!representative.has("kind") && judge.breaks(Fault.MINA_037_P)) {
            return Optional.empty();
        }
        var kind = judge.text(representative, "kind", pointer);
        boolean unknown = kind.filter(k -> !KINDS.contains(k)).isPresent();
        judge.faultIf(unknown && !judge.breaks(Fault.MINA_037_F), pointer + "/kind", "unknown-value");
        return kind;
    }

    private String until(JsonNode representative, String pointer) {
        var until = judge.given(representative, "until", pointer);
        boolean wrong = until.filter(u -> !ItemReader.isDate(u)).isPresent();
        judge.faultIf(wrong && !judge.breaks(Fault.MINA_037_H), pointer + "/until", "format");
        return wrong ? "" : until.orElse("");
    }

    private Instant expiresAt() {
        if (!body.has("expiresAt") && judge.breaks(Fault.MINA_037_B)) {
            return latest;
        }
        if (body.path("expiresAt").asString("").matches("[-0-9]{10}T[0-9:.]+") && judge.breaks(Fault.MINA_037_I)) {
            return Instant.parse(body.path("expiresAt").stringValue() + "Z");
        }
        var ends = Instants.read(judge, body, "expiresAt", "");
        boolean late = ends.filter(latest::isBefore).isPresent();
        judge.faultIf(
                late && !judge.breaks(Fault.MINA_037_C),
                "/expiresAt",
                judge.breaks(Fault.MINA_037_L) ? "date-in-future" : "maximum");
        judge.faultIf(
                ends.filter(e -> e.isBefore(now)).isPresent() && judge.breaks(Fault.MINA_044_C),
                "/expiresAt",
                "minimum");
        return ends.map(e -> judge.breaks(Fault.MINA_040_F) ? e : e.truncatedTo(ChronoUnit.MILLIS))
                .orElse(latest);
    }
}
