package se.ryggrad.conformance.twin;

import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;

/** Gives every answer the headers that all answers have. */
final class Finish {

    private Finish() {}

    static Answer headers(Call call, TwinSettings settings, Answer answer) {
        if (!settings.breaks(Fault.CORE_040_A)) {
            answer.header("traceparent", call.trace().header());
        }
        String type = answer.headers().getOrDefault("Content-Type", "");
        if (type.contains("json")) {
            answer.header("Content-Language", call.language());
        }
        boolean personal = isPersonal(call);
        if (personal && !settings.breaks(Fault.CORE_043_A)) {
            answer.header("Vary", "Authorization, On-Behalf-Of, Accept-Language");
        }
        if ((personal || call.header("Authorization").isPresent()) && !settings.breaks(Fault.CORE_042_A)) {
            answer.header("Cache-Control", "no-store");
        } else if (!personal) {
            answer.header("Vary", "Accept-Language");
        }
        return answer;
    }

    private static boolean isPersonal(Call call) {
        String path = call.path();
        return path.startsWith("/me")
                || path.startsWith("/cases")
                || path.startsWith("/documents")
                || path.startsWith("/follow-up")
                || path.startsWith("/events")
                || path.startsWith("/subscriptions")
                || path.startsWith("/inbox")
                || path.startsWith("/delivery-receipts")
                || path.startsWith("/authorities")
                || path.startsWith("/overview");
    }
}
