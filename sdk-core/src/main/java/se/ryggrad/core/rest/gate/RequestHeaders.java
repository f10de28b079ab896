package se.ryggrad.core.rest.gate;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.Language;
import se.ryggrad.core.rest.Weighted;
import se.ryggrad.core.rest.content.MediaTypes;

/**
 * Reads the headers of a request.
 *
 * @param all all headers
 */
record RequestHeaders(MultivaluedMap<String, String> all) {

    List<String> values(String name) {
        return all.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .toList();
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    /** Negotiates the language (CORE-041): the heaviest that exists, Swedish when none does. */
    Language language() {
        String joined = String.join(",", values("Accept-Language"));
        return Weighted.parse(joined).stream()
                .flatMap(range -> language(range.value().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Language.SV);
    }

    private static Stream<Language> language(String range) {
        String primary = range.split("-", 2)[0];
        return Stream.of(Language.values()).filter(language -> language.tag().equals(primary) || "*".equals(range));
    }

    /** Returns whether {@code Accept} allows JSON or {@code produced} (CORE-010). */
    boolean accepts(String produced) {
        String joined = String.join(",", values("Accept"));
        if (joined.isBlank() || Operation.ANYTHING.equals(produced)) {
            return true;
        }
        List<Weighted> ranges = Weighted.all(joined);
        return Stream.of(Operation.JSON, produced).anyMatch(type -> weight(ranges, type) > 0);
    }

    private static double weight(List<Weighted> ranges, String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String form : List.of(type, family, Operation.ANYTHING)) {
            Optional<Weighted> named = ranges.stream()
                    .filter(range -> range.value().equalsIgnoreCase(form))
                    .findFirst();
            if (named.isPresent()) {
                return named.get().weight();
            }
        }
        return 0;
    }

    /** Returns the media type of the body in lower case, without parameters; empty when there is none. */
    String mediaType() {
        return first("Content-Type").map(MediaTypes::essence).orElse("");
    }

    /** Returns whether the body is announced as JSON in UTF-8 without content encoding (CORE-011). */
    boolean announcesJson() {
        String parameters = first("Content-Type")
                .filter(type -> type.indexOf(';') >= 0)
                .map(type -> type.substring(type.indexOf(';') + 1))
                .orElse("");
        boolean charset = Stream.of(parameters.split(";", -1))
                .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT).replace("\"", ""))
                .filter(parameter -> parameter.startsWith("charset="))
                .allMatch("charset=utf-8"::equals);
        return charset && !encoded() && Operation.JSON.equals(mediaType());
    }

    /** Returns whether the body is announced as octets of some one media type, not encoded. */
    boolean announcesOctets() {
        return !encoded() && first("Content-Type").flatMap(MediaTypes::kept).isPresent();
    }

    /** Returns whether the body is encoded: it is not read then, a runtime might unfold it without end. */
    boolean encoded() {
        return values("Content-Encoding").stream().anyMatch(coding -> !"identity".equalsIgnoreCase(coding.strip()));
    }

    /** Returns the announced number of octets, or nothing. */
    Optional<Long> length() {
        return first("Content-Length").filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** Returns whether the length of the body is told in two ways: an intermediary may have believed the other. */
    boolean ambiguousLength() {
        List<String> lengths = values("Content-Length");
        return lengths.size() > 1
                || lengths.stream().anyMatch(length -> !length.strip().matches("\\d{1,18}"))
                || (!lengths.isEmpty() && !values("Transfer-Encoding").isEmpty());
    }

    /** Returns whether a body is announced. */
    boolean announcesBody() {
        return !values("Transfer-Encoding").isEmpty()
                || values("Content-Length").stream().anyMatch(length -> !"0".equals(length.strip()));
    }

    @Override
    public String toString() {
        return all.keySet().stream().collect(Collectors.joining(", ", "RequestHeaders[", "]"));
    }
}
