package se.ryggrad.conformance.twin.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a pattern is in the language of the standard, and counts its choices. */
final class PatternCheck {

    private static final String ESCAPED = "\\\\[\\\\^$.*+?()\\[\\]{}|/-]";
    private static final String CLASS = "\\\\[dw]|\\\\p\\{(?:L|Lu|Ll|N|Nd)}";
    private static final String SINGLE = "(?:[^\\\\\\[\\]-]|" + ESCAPED + ")";
    private static final String ITEM = "(?:" + CLASS + "|" + SINGLE + "(?:-" + SINGLE + ")?)";
    private static final String SET = "\\[\\^?(?:-?" + ITEM + "+-?|-)]";
    private static final String PLAIN = "[^\\\\^$.*+?()\\[\\]{}|]";
    private static final String ATOM = PLAIN + "|\\.|" + ESCAPED + "|" + CLASS + "|" + SET;
    private static final String COUNT = "(?:0?[0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final String TIMES =
            "(?<times>[*+?]|\\{(?<least>" + COUNT + ")(?<open>,(?<most>" + COUNT + ")?)?})?";
    private static final Pattern TOKEN =
            Pattern.compile("(?<begin>\\((?:\\?:)?)|(?<bar>\\|)|(?:(?<end>\\))|(?:" + ATOM + "))" + TIMES);

    private final Deque<double[]> open = new ArrayDeque<>();
    private final double unbounded;
    private boolean empty = true;

    private PatternCheck(int longest) {
        this.unbounded = longest + 1.0;
    }

    /** Returns the choices of a pattern, or infinity when it is not in the language. */
    static double choices(String pattern, int longest) {
        boolean anchored = pattern.startsWith("^");
        String body = pattern.substring(anchored ? 1 : 0);
        boolean ends = body.endsWith("$") && !body.matches("(?s)(?:.*[^\\\\])?(?:\\\\\\\\)*\\\\\\$");
        String sequence = ends ? body.substring(0, body.length() - 1) : body;
        double choices = new PatternCheck(longest).count(sequence);
        return anchored ? choices : choices * (longest + 1.0);
    }

    private double count(String sequence) {
        open.push(new double[] {0, 1});
        Matcher token = TOKEN.matcher(sequence);
        int at = 0;
        while (at < sequence.length()) {
            if (!token.region(at, sequence.length()).lookingAt() || !step(token)) {
                return Double.POSITIVE_INFINITY;
            }
            at = token.end();
        }
        return open.size() == 1 && !empty ? open.pop()[1] : Double.POSITIVE_INFINITY;
    }

    /** Takes one token; returns false where it may not stand. */
    private boolean step(Matcher token) {
        if (token.group("begin") != null) {
            open.push(new double[] {0, 1});
            empty = true;
            return true;
        }
        boolean branch = token.group("bar") != null;
        if ((branch || token.group("end") != null) && (empty || open.size() == 1)) {
            return false;
        }
        if (branch) {
            double[] group = open.element();
            group[0] += group[1];
            group[1] = 1;
            empty = true;
            return true;
        }
        double own = 1;
        if (token.group("end") != null) {
            double[] group = open.pop();
            own = group[0] + group[1];
        }
        open.element()[1] *= own * times(token);
        empty = false;
        return !Double.isNaN(open.element()[1]);
    }

    private double times(Matcher token) {
        String times = token.group("times");
        if (times == null) {
            return 1;
        }
        if (times.equals("?")) {
            return 2;
        }
        boolean bounded = token.group("least") != null && (token.group("open") == null || token.group("most") != null);
        if (!bounded) {
            return unbounded;
        }
        int least = Integer.parseInt(token.group("least"));
        int most = token.group("most") == null ? least : Integer.parseInt(token.group("most"));
        return least <= most ? most - least + 1.0 : Double.NaN;
    }
}
