package se.ryggrad.core.contract;

import com.standardwebhooks.Webhook;
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
        Map<String, List<String>> small = new HashMap<>();
        headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), values));
        try {
            new Webhook(secret).verify(body, small);
            return true;
        } catch (WebhookVerificationException other) {
            return false;
        }
    }
}
