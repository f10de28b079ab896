package se.ryggrad.core.json;

/** Says that text is not JSON; holds no part of the text. */
final class JsonSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String rule) {
        super(rule);
    }

    JsonSyntaxException(String rule, Throwable cause) {
        super(rule, cause);
    }
}
