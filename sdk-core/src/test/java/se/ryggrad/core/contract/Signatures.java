package se.ryggrad.core.contract;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verifies what receivers are sent, by the public library. */
public final class Signatures {

    private Signatures() {}

    /** Returns whether a call with {@code headers} was signed by {@code secret}, over exactly {@code body}, just now. */
    public static boolean verified(String secret, Map<String, List<String>> headers, String body) {
        try {
            new Webhook(secret).verify(body, small(headers));
            return true;
        } catch (WebhookVerificationException other) {
            return false;
        }
    }

    /** Returns whether a call was signed by {@code secret} at the time that it says, however long ago that is. */
    public static boolean signed(String secret, Map<String, List<String>> headers, String body) {
        Map<String, List<String>> small = small(headers);
        String id = small.getOrDefault("webhook-id", List.of("")).get(0);
        long seconds = Long.parseLong(
                small.getOrDefault("webhook-timestamp", List.of("0")).get(0));
        try {
            return List.of(new Webhook(secret).sign(id, seconds, body)).equals(small.get("webhook-signature"));
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, List<String>> small(Map<String, List<String>> headers) {
        Map<String, List<String>> small = new HashMap<>();
        headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), values));
        return small;
    }
}
