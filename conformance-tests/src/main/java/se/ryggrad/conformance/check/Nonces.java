package se.ryggrad.conformance.check;

import java.util.Random;

/** Makes text that nobody can guess and that the seed of a run makes again. For one check and one thread. */
public final class Nonces {

    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";

    private final Random random;

    /** Creates the nonces of a check. */
    public Nonces(long seed, String check) {
        this.random = new Random(seed * 31 + check.hashCode());
    }

    /** Returns a word of sixteen letters without vowels or digits. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** Returns a number from 0 up to but not including the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
