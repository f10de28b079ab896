package se.ryggrad.core.identity;

/** Says why an access token is not accepted; holds no part of the token. */
public final class TokenRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    TokenRefusedException(String rule) {
        super(rule);
    }

    TokenRefusedException(String rule, Throwable cause) {
        super(rule, cause);
    }
}
