package se.ryggrad.core.catalog.pattern;

import com.google.re2j.Pattern;

/**
 * Tells patterns whose time stays within bounds on any engine, and makes them run on one whose time grows with
 * the text alone (CAT-011, CAT-023, CAT-024).
 */
public final class SafePattern {

    /** The least number of choices that is too many. */
    static final long TOO_MANY = 100_001;

    /** The most characters of a text that meets a pattern. */
    public static final int LONGEST_TEXT = 1000;

    private static final int LONGEST = 200;

    private final Pattern engine;
    private final int longest;

    private SafePattern(Pattern engine, int longest) {
        this.engine = engine;
        this.longest = longest;
    }

    /** Returns whether {@code pattern} may stand in a form beside {@code longest} as {@code maxLength}. */
    public static boolean allows(String pattern, int longest) {
        try {
            boolean brief = pattern.codePointCount(0, pattern.length()) <= LONGEST;
            return brief && new PatternReader(pattern, longest).choices() < TOO_MANY;
        } catch (IllegalArgumentException foreign) {
            return false;
        }
    }

    /**
     * Returns {@code pattern}, ready to run on texts of at most {@code longest} characters.
     *
     * @throws IllegalArgumentException when it is not in the language
     */
    public static SafePattern of(String pattern, int longest) {
        PatternReader reader = new PatternReader(pattern, longest);
        reader.choices();
        return new SafePattern(Pattern.compile(reader.written()), longest);
    }

    /** Returns whether {@code text} passes: it holds a match, or is too long to be tried. */
    public boolean passes(String text) {
        return text.codePointCount(0, text.length()) > longest
                || engine.matcher(text).find();
    }
}
