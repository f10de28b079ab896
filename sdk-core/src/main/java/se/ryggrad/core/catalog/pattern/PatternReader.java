package se.ryggrad.core.catalog.pattern;

import java.util.Map;

/**
 * Reads a pattern of the standard's own language, counts its choices and writes it for the engine that runs it
 * (CAT-011, CAT-023).
 *
 * <p>The choices of a sequence multiply and those of alternatives add up, so that their number bounds what an
 * engine that goes back and forth tries. Is used once.
 */
final class PatternReader {

    private static final int MOST_REPEATS = 255;
    private static final String QUANTIFIERS = "*+?{";
    private static final Map<Character, String> SETS = Map.of('d', "0-9", 'w', "0-9A-Za-z_");
    private static final String ANY = "[^\\n\\r\\x{2028}\\x{2029}]";
    private static final String BREAK = "not in the language of patterns";

    private final PatternText text;
    private final long unbounded;
    private final StringBuilder written = new StringBuilder();
    private int marks;

    /**
     * Begins to read.
     *
     * @param longest the most characters of a text that the pattern meets
     */
    PatternReader(String pattern, int longest) {
        this.text = new PatternText(pattern);
        this.unbounded = longest + 1L;
    }

    /**
     * Returns the number of choices.
     *
     * @throws IllegalArgumentException when the pattern is not in the language
     */
    long choices() {
        boolean anchored = text.take('^');
        written.append(anchored ? "^" : "");
        long choices = sequence();
        if (text.take('$')) {
            written.append("\\z");
        }
        demand(text.atEnd());
        return anchored ? choices : product(choices, unbounded);
    }

    /** Returns the pattern in the notation of RE2, when {@link #choices} has returned. */
    String written() {
        return written.toString();
    }

    private long sequence() {
        long choices = element();
        while (!text.atEnd() && !text.isOneOf("|)$")) {
            choices = product(choices, element());
        }
        return choices;
    }

    private long element() {
        int before = marks;
        long choices = atom();
        if (!text.isOneOf(QUANTIFIERS)) {
            return choices;
        }
        demand(marks == before);
        marks++;
        return quantifier();
    }

    private long atom() {
        if (text.take('(')) {
            return group();
        }
        if (text.take('[')) {
            written.append('[').append(text.take('^') ? "^" : "");
            set();
            return 1;
        }
        if (text.take('.')) {
            written.append(ANY);
        } else if (text.take('\\')) {
            escape();
        } else {
            demand(!text.isOneOf("*+?{}])|^$"));
            written.append(quoted(text.next()));
        }
        return 1;
    }

    private long group() {
        if (text.take('?')) {
            demand(text.take(':'));
        }
        written.append("(?:");
        long choices = sequence();
        while (text.take('|')) {
            marks++;
            written.append('|');
            choices = Math.min(choices + sequence(), SafePattern.TOO_MANY);
        }
        demand(text.take(')'));
        written.append(')');
        return choices;
    }

    private void escape() {
        if (text.isOneOf("dw")) {
            written.append('[').append(SETS.get((char) text.next())).append(']');
        } else if (text.take('p')) {
            written.append(category());
        } else {
            demand(text.isOneOf("\\^$.*+?()[]{}|/-"));
            written.append(quoted(text.next()));
        }
    }

    private String category() {
        demand(text.take('{'));
        String name = text.until('}');
        demand(name.matches("L|Lu|Ll|N|Nd"));
        return "\\p{" + name + '}';
    }

    private void set() {
        item();
        while (!text.take(']')) {
            item();
        }
        written.append(']');
    }

    private void item() {
        if (text.isClassEscape()) {
            text.next();
            written.append(text.take('p') ? category() : SETS.get((char) text.next()));
            return;
        }
        int low = single();
        written.append(quoted(low));
        if (text.beginsRange()) {
            text.next();
            demand(!text.isClassEscape());
            int high = single();
            demand(low <= high);
            written.append('-').append(quoted(high));
        }
    }

    private int single() {
        if (text.take('\\')) {
            demand(text.isOneOf("\\^$.*+?()[]{}|/-"));
            return text.next();
        }
        demand(!text.isOneOf("[]"));
        if (text.isOneOf("-")) {
            demand(text.isFirstInSet() || text.isLastInSet());
        }
        return text.next();
    }

    private long quantifier() {
        int from = text.place();
        if (text.take('?')) {
            written.append('?');
            return 2;
        }
        if (text.take('*') || text.take('+')) {
            written.append(text.since(from));
            return unbounded;
        }
        text.next();
        long choices = repeats();
        written.append(text.since(from));
        return choices;
    }

    private long repeats() {
        int least = text.number();
        boolean range = text.take(',');
        boolean open = range && text.isOneOf("}");
        int most = range && !open ? text.number() : least;
        demand(text.take('}') && least <= most && most <= MOST_REPEATS);
        return open ? unbounded : most - least + 1L;
    }

    private static long product(long one, long other) {
        return Math.min(one * other, SafePattern.TOO_MANY);
    }

    private static String quoted(int character) {
        return "\\x{" + Integer.toHexString(character) + '}';
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(BREAK);
        }
    }
}
