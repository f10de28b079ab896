package se.ryggrad.server.settings;

/** Says, in one sentence, which setting keeps the server from starting. */
public final class RefusedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** Creates the refusal. */
    public RefusedStartException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Creates the refusal with its cause. */
    public RefusedStartException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** Returns the sentence. */
    public String sentence() {
        return sentence;
    }
}
