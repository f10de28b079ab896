package se.ryggrad.core.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Is an element of a header with weights (RFC 9110 section 12.4.2).
 *
 * @param value the element without its parameters
 * @param weight from 0 to 1
 */
public record Weighted(String value, double weight) {

    /** Parses a header; what weighs nothing is left out, the heaviest comes first, else the order stays. */
    public static List<Weighted> parse(String header) {
        return all(header).stream()
                .filter(element -> element.weight() > 0)
                .sorted(Comparator.comparingDouble(Weighted::weight).reversed())
                .toList();
    }

    /** Parses a header in its order, with what weighs nothing. */
    public static List<Weighted> all(String header) {
        return Stream.of(header.split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(Weighted::element)
                .toList();
    }

    private static Weighted element(String text) {
        String[] parts = text.split(";", -1);
        double weight = Stream.of(parts)
                .skip(1)
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> part.startsWith("q="))
                .map(part -> part.substring(2).strip())
                .map(number -> number.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(number) : 0)
                .findFirst()
                .orElse(1.0);
        return new Weighted(parts[0].strip(), weight);
    }
}
