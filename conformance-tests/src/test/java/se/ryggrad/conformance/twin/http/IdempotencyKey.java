package se.ryggrad.conformance.twin.http;

import java.util.Locale;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Reads the idempotency key of a request. */
public final class IdempotencyKey {

    private IdempotencyKey() {}

    /** Tells whether a lax reader of UUIDs would take the text for one. */
    private static boolean isShort(String key, TwinSettings settings) {
        return settings.breaks(Fault.CORE_028_C) && key.matches("[0-9a-f]{1,8}(-[0-9a-f]{1,4}){3}-[0-9a-f]{1,12}");
    }

    /** Returns the key, or ends with 400 when it is missing or no UUID. */
    public static String of(Call call, TwinSettings settings) {
        String key = call.header("Idempotency-Key").orElse("").toLowerCase(Locale.ROOT);
        boolean loose = settings.breaks(Fault.CASE_040_A)
                || (settings.breaks(Fault.CASE_040_B) && !call.path().equals("/cases"));
        boolean anonymous = call.caller().isAnonymous() && !loose;
        String version = anonymous ? "4" : "[0-9a-f]";
        boolean uuid = key.matches("[0-9a-f]{8}-[0-9a-f]{4}-" + version + "[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
                && call.headers("Idempotency-Key").size() == 1;
        boolean forgiven = key.isEmpty()
                ? settings.breaks(Fault.CORE_028_A)
                : settings.breaks(Fault.CORE_028_B) || isShort(key, settings);
        if (!uuid && !forgiven) {
            throw Fail.parameter("Idempotency-Key", key.isEmpty() ? "required" : "format");
        }
        return key.isEmpty() ? UUID.randomUUID().toString() : key;
    }
}
