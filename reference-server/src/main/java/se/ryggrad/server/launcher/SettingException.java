package se.ryggrad.server.launcher;

/** A setting that keeps the server from starting; the message is one sentence that names what to change. */
final class SettingException extends RuntimeException {
    SettingException(String message) {
        super(message);
    }

    SettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
