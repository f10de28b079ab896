package se.ryggrad.core.catalog;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Is the version number of a service definition: three whole numbers, compared one by one (CAT-003).
 *
 * @param parts the numbers
 */
public record VersionNumber(List<BigInteger> parts) implements Comparable<VersionNumber> {

    /** Copies the numbers. */
    public VersionNumber {
        parts = List.copyOf(parts);
    }

    /**
     * Parses {@code 1.0.0}.
     *
     * @throws IllegalArgumentException when the text holds anything but numbers and dots
     */
    public static VersionNumber parse(String text) {
        return new VersionNumber(
                Arrays.stream(text.split("\\.", -1)).map(BigInteger::new).toList());
    }

    @Override
    public int compareTo(VersionNumber other) {
        for (int place = 0; place < Math.min(parts.size(), other.parts.size()); place++) {
            int order = parts.get(place).compareTo(other.parts.get(place));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }
}
