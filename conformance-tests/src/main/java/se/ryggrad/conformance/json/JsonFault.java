package se.ryggrad.conformance.json;

import org.jspecify.annotations.Nullable;

/** Says why octets are not JSON as RFC 8259 has it. */
public final class JsonFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates a fault from what is wrong, in words, and its cause if there is one. */
    public JsonFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
