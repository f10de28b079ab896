package se.ryggrad.conformance.twin.webhooks.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Signs calls by Standard Webhooks 1.0.0. */
final class Signed {

    private static final String ALGORITHM = "HmacSHA256";

    private final TwinSettings settings;

    Signed(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the headers of a call. */
    Map<String, String> headers(String secret, String id, byte[] body, Instant now) {
        String timestamp = String.valueOf(settings.breaks(Fault.EVT_020_B) ? now.toEpochMilli() : now.getEpochSecond());
        var text = new ByteArrayOutputStream();
        text.writeBytes(((settings.breaks(Fault.EVT_020_C) ? "" : id + ".") + timestamp + ".").getBytes(UTF_8));
        text.writeBytes(settings.breaks(Fault.EVT_020_A) ? rewritten(body) : body);
        byte[] mac = mac(key(secret), text.toByteArray());
        String signature = settings.breaks(Fault.EVT_020_D)
                ? Event.hex(mac)
                : Base64.getEncoder().encodeToString(mac);
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", "v1," + signature);
    }

    /** Writes a body once more, the way somebody would who signs what he has read. */
    private static byte[] rewritten(byte[] body) {
        var object = (ObjectNode) Json.read(new String(body, UTF_8));
        return Event.canonical(object).getBytes(UTF_8);
    }

    private byte[] key(String secret) {
        return settings.breaks(Fault.EVT_020_E)
                ? secret.getBytes(UTF_8)
                : Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
