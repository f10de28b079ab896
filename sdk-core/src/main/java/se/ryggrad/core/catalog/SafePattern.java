package se.ryggrad.core.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Tells patterns whose time stays within bounds: at most 200 characters, no back-reference, no look-around,
 * no quantifier or alternation inside a quantified group (CAT-011).
 */
final class SafePattern {

    private static final int LONGEST = 200;
    private static final Pattern QUANTIFIER = Pattern.compile("[*+?]|\\{\\d+(?:,\\d*)?}");

    private final String pattern;
    private final Deque<Group> open = new ArrayDeque<>();

    private SafePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Is a group whose closing parenthesis has not come yet. */
    private static final class Group {
        private boolean branches;
    }

    /** Returns whether {@code pattern} may stand in a form. */
    static boolean allows(String pattern) {
        if (pattern.codePointCount(0, pattern.length()) > LONGEST || !compiles(pattern)) {
            return false;
        }
        return new SafePattern(pattern).safe();
    }

    private static boolean compiles(String pattern) {
        try {
            return Pattern.compile(pattern).flags() == 0;
        } catch (PatternSyntaxException broken) {
            return false;
        }
    }

    private boolean safe() {
        open.push(new Group());
        int place = 0;
        while (place < pattern.length()) {
            int next = step(place);
            if (next < 0) {
                return false;
            }
            place = next;
        }
        return true;
    }

    /** Looks at what begins at {@code place}; returns where the next begins, or -1 for what is refused. */
    private int step(int place) {
        return switch (pattern.charAt(place)) {
            case '\\' -> escape(place);
            case '[' -> set(place);
            case '(' -> group(place);
            case ')' -> close(place);
            case '|' -> branch(place);
            default -> quantified(place) ? branch(place) : place + 1;
        };
    }

    private int escape(int place) {
        char escaped = pattern.charAt(place + 1);
        boolean reference = (escaped >= '1' && escaped <= '9') || escaped == 'k';
        return reference || escaped == 'Q' ? -1 : place + 2;
    }

    private int set(int place) {
        int at = place + 1;
        int depth = 1;
        while (depth > 0) {
            if (at >= pattern.length()) {
                return -1;
            }
            char unit = pattern.charAt(at);
            depth += unit == '[' ? 1 : unit == ']' ? -1 : 0;
            at += unit == '\\' ? 2 : 1;
        }
        return at;
    }

    private int group(int place) {
        open.push(new Group());
        if (!pattern.startsWith("(?", place)) {
            return place + 1;
        }
        return pattern.startsWith("(?:", place) ? place + 3 : -1;
    }

    private int close(int place) {
        Group closed = open.pop();
        boolean quantified = place + 1 < pattern.length() && quantified(place + 1);
        if (quantified && closed.branches) {
            return -1;
        }
        if (closed.branches && !open.isEmpty()) {
            open.peek().branches = true;
        }
        return place + 1;
    }

    private int branch(int place) {
        if (!open.isEmpty()) {
            open.peek().branches = true;
        }
        return place + 1;
    }

    private boolean quantified(int place) {
        return QUANTIFIER.matcher(pattern).region(place, pattern.length()).lookingAt();
    }
}
