package se.ryggrad.core.catalog.schema;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.json.Formats;

/** Makes {@code format} a demand for the formats that the standard names; others annotate (CASE-005). */
final class FormFormats implements EvaluatorFactory {

    private static final Pattern PROPERTY = Pattern.compile(
            "[A-ZÅÄÖÉ][\\p{L}0-9 .'/-]{0,98} " + "(?:(?:[1-9][0-9]{0,4}|S|FS|GA):[1-9][0-9]{0,4}|[1-9][0-9]{0,4})");
    private static final Pattern POINT =
            Pattern.compile("geo:(-?[0-9]{1,2}(?:\\.[0-9]{1,8})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,8})?)");
    private static final Pattern DOMESTIC_ACCOUNT = Pattern.compile("[0-9]{4,5}-[0-9]{2,10}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern PHONE = Pattern.compile("(?:\\+[1-9]|0[1-9])(?:[ -]?[0-9]){5,13}");
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    private static final Map<String, Predicate<String>> FORMATS = Map.ofEntries(
            Map.entry("date", text -> Formats.date(text).isPresent()),
            Map.entry("date-time", text -> Formats.instant(text).isPresent()),
            Map.entry("email", Formats::email),
            Map.entry("uri", FormFormats::uri),
            Map.entry("uuid", text -> Formats.uuid(text).isPresent()),
            Map.entry("personal-number", FormFormats::personalNumber),
            Map.entry("organisation-number", text -> identity(IdentityScheme.ORGANISATIONSNUMMER, text)),
            Map.entry("property-designation", text -> PROPERTY.matcher(text).matches()),
            Map.entry("point", FormFormats::point),
            Map.entry("bank-account", FormFormats::bankAccount),
            Map.entry("phone", text -> PHONE.matcher(text).matches()));

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode node) {
        if (!keyword.equals("format") || !node.isString()) {
            return Optional.empty();
        }
        return Optional.ofNullable(FORMATS.get(node.asString()))
                .map(format -> (evaluation, value) -> !value.isString() || format.test(value.asString())
                        ? Evaluator.Result.success()
                        : Evaluator.Result.failure("format"));
    }

    /** Returns whether {@code text} has the format {@code name}; every text has an unknown format. */
    static boolean holds(String name, String text) {
        return Optional.ofNullable(FORMATS.get(name))
                .map(format -> format.test(text))
                .orElse(true);
    }

    private static boolean uri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    private static boolean personalNumber(String text) {
        return identity(IdentityScheme.PERSONNUMMER, text) || identity(IdentityScheme.SAMORDNINGSNUMMER, text);
    }

    private static boolean identity(IdentityScheme scheme, String text) {
        try {
            return new Identity(scheme, text).scheme() == scheme;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    private static boolean point(String text) {
        var parts = POINT.matcher(text);
        return parts.matches()
                && Math.abs(Double.parseDouble(parts.group(1))) <= 90
                && Math.abs(Double.parseDouble(parts.group(2))) <= 180;
    }

    private static boolean bankAccount(String text) {
        return DOMESTIC_ACCOUNT.matcher(text).matches() || (IBAN.matcher(text).matches() && checkNumber(text));
    }

    /** ISO 13616: the first four characters go last, letters become numbers, and 97 leaves 1. */
    private static boolean checkNumber(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, 36)));
        return new BigInteger(digits.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
    }
}
