package se.ryggrad.core.rest.gate;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;

/** Checks query parameters: named ones only, each once, each of its form (CORE-023, CORE-027). */
final class Parameters {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";
    private static final int MOST_TEXT = 100;

    private final int limit;
    private final Map<String, String> values = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Creates a check in which {@code limit} goes up to the given number. */
    Parameters(int limit) {
        this.limit = limit;
    }

    /** Reads the parameters that are {@code known}; {@code officer} and {@code unit} are not for persons. */
    void read(MultivaluedMap<String, String> given, Set<String> known, Optional<ActorKind> kind) {
        boolean person = kind.filter(ActorKind.PERSON::equals).isPresent();
        given.forEach((name, texts) -> {
            boolean official = "officer".equals(name) || "unit".equals(name);
            if (!known.contains(name) || (official && person)) {
                faults.add(FaultTexts.of(known.contains(name) ? name : safe(name), FaultCode.UNKNOWN_PARAMETER));
            } else if (texts.size() > 1) {
                faults.add(FaultTexts.of(name, FaultCode.DUPLICATE_PARAMETER));
            } else {
                fault(name, texts.get(0)).ifPresent(code -> faults.add(FaultTexts.of(name, code)));
                values.put(name, texts.get(0));
            }
        });
    }

    Map<String, String> values() {
        return values;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Returns the name when it is an ordinary word, so that no input is repeated. */
    private static String safe(String name) {
        return name.matches("[a-zA-Z]{1,32}") ? name : "query";
    }

    private Optional<FaultCode> fault(String name, String text) {
        return switch (name) {
            case "page" -> number(text, Integer.MAX_VALUE);
            case "limit" -> number(text, limit);
            case "count" -> unless(Set.of("true", "false").contains(text), FaultCode.TYPE);
            case "status" -> unless(status(text), FaultCode.UNKNOWN_VALUE);
            case "audience" ->
                unless(Set.of("person", "organisation", "employee").contains(text), FaultCode.UNKNOWN_VALUE);
            case "service", "unit" -> unless(text.matches(NAME), FaultCode.FORMAT);
            case "officer" ->
                unless(Set.of("me", "none").contains(text) || Formats.uuid(text).isPresent(), FaultCode.FORMAT);
            case "updatedSince" ->
                unless(
                        Formats.instant(text).isPresent(),
                        Formats.offsetMissing(text) ? FaultCode.OFFSET_MISSING : FaultCode.FORMAT);
            case "q" -> text(text);
            default -> unless(!text.isEmpty(), FaultCode.MIN_LENGTH);
        };
    }

    private static boolean status(String text) {
        return Arrays.stream(CaseStatus.values())
                .anyMatch(status -> status.code().equals(text));
    }

    private static Optional<FaultCode> text(String text) {
        return text.isEmpty()
                ? Optional.of(FaultCode.MIN_LENGTH)
                : unless(text.codePointCount(0, text.length()) <= MOST_TEXT, FaultCode.MAX_LENGTH);
    }

    private static Optional<FaultCode> number(String text, int most) {
        if (!text.matches("-?\\d{1,9}")) {
            return Optional.of(text.matches("\\d{10,}") ? FaultCode.MAXIMUM : FaultCode.TYPE);
        }
        int number = Integer.parseInt(text);
        return number < 1 ? Optional.of(FaultCode.MINIMUM) : unless(number <= most, FaultCode.MAXIMUM);
    }

    private static Optional<FaultCode> unless(boolean sound, FaultCode code) {
        return sound ? Optional.empty() : Optional.of(code);
    }

    static int listLimit() {
        return PageRequest.MAXIMUM_LIMIT;
    }
}
