package se.ryggrad.api;

/**
 * Counts the events of a case: two readings with the same version saw the same case.
 *
 * @param number the number of events, 0 for a case that does not exist yet
 */
public record Version(long number) implements Comparable<Version> {

    /** The version of what does not exist yet. */
    public static final Version NONE = new Version(0);

    /** Rejects a negative number. */
    public Version {
        if (number < 0) {
            throw new IllegalArgumentException("a version is not negative");
        }
    }

    /** Returns the version after this one. */
    public Version next() {
        return new Version(number + 1);
    }

    @Override
    public int compareTo(Version other) {
        return Long.compare(number, other.number);
    }
}
