package se.ryggrad.core.catalog.pattern;

/** Walks through the characters of a pattern. */
final class PatternText {

    private static final String CLASSES = "dwp";

    private final int[] characters;
    private int at;

    PatternText(String pattern) {
        this.characters = pattern.codePoints().toArray();
    }

    boolean atEnd() {
        return at == characters.length;
    }

    int place() {
        return at;
    }

    /** Returns whether the next character is in {@code set}. */
    boolean isOneOf(String set) {
        return isAt(at, set);
    }

    /** Passes the next character when it is {@code wanted}; returns whether it is. */
    boolean take(char wanted) {
        boolean there = !atEnd() && characters[at] == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** Passes and returns the next character. */
    int next() {
        if (atEnd()) {
            throw new IllegalArgumentException("ends too soon");
        }
        return characters[at++];
    }

    /** Passes and returns what stands before the next {@code end}, and passes that too. */
    String until(char end) {
        int from = at;
        while (!take(end)) {
            next();
        }
        return new String(characters, from, at - 1 - from);
    }

    /** Passes and returns a number of one to three digits. */
    int number() {
        int from = at;
        while (isOneOf("0123456789")) {
            at++;
        }
        if (at == from || at > from + 3) {
            throw new IllegalArgumentException("no small number");
        }
        return Integer.parseInt(since(from));
    }

    /** Returns what was passed from {@code place} on. */
    String since(int place) {
        return new String(characters, place, at - place);
    }

    /** Returns whether an escape for a class of characters comes next. */
    boolean isClassEscape() {
        return isAt(at, "\\") && isAt(at + 1, CLASSES);
    }

    /** Returns whether a hyphen that joins two ends comes next. */
    boolean beginsRange() {
        return isAt(at, "-") && !isAt(at + 1, "]");
    }

    boolean isFirstInSet() {
        boolean begins = isAt(at - 1, "[") && !isAt(at - 2, "\\");
        return begins || (isAt(at - 1, "^") && isAt(at - 2, "[") && !isAt(at - 3, "\\"));
    }

    boolean isLastInSet() {
        return isAt(at + 1, "]");
    }

    private boolean isAt(int place, String set) {
        return place >= 0 && place < characters.length && set.indexOf(characters[place]) >= 0;
    }
}
