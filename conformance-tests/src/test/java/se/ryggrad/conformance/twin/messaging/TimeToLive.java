package se.ryggrad.conformance.twin.messaging;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.http.Judge;
import tools.jackson.databind.JsonNode;

/** Reads how long a message may be sent: a duration in days, hours, minutes and seconds (ISO 8601). */
final class TimeToLive {

    private static final Pattern FORM =
            Pattern.compile("P(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?");
    private static final String POINTER = "/timeToLive";

    private TimeToLive() {}

    /** Returns how long, which is the longest when nothing is said. */
    static Duration read(JsonNode body, Duration longest, Judge judge) {
        var text = judge.given(body, "timeToLive", "");
        if (text.isEmpty() || judge.breaks(Fault.MSG_010_A)) {
            return judge.breaks(Fault.MSG_010_B) ? Duration.ofDays(1) : longest;
        }
        var seconds = seconds(text.get(), judge);
        judge.faultIf(seconds.isEmpty(), POINTER, "format");
        return seconds.map(s -> bounded(s, longest, judge)).orElse(longest);
    }

    private static Duration bounded(BigInteger seconds, Duration longest, Judge judge) {
        boolean early = seconds.signum() == 0 && !judge.breaks(Fault.MSG_010_E);
        boolean late = seconds.compareTo(BigInteger.valueOf(longest.toSeconds())) > 0;
        judge.faultIf(early, POINTER, "minimum");
        judge.faultIf(late && !judge.breaks(Fault.MSG_010_C), POINTER, "maximum");
        return late ? longest : Duration.ofSeconds(seconds.longValueExact());
    }

    private static Optional<BigInteger> seconds(String text, Judge judge) {
        String whole = judge.breaks(Fault.MSG_010_D) ? text.replaceAll("\\.[0-9]+", "") : text;
        var match = FORM.matcher(whole);
        if (!match.matches() || whole.equals("P")) {
            return Optional.empty();
        }
        return Optional.of(part(match, 1, 86_400)
                .add(part(match, 2, 3600))
                .add(part(match, 3, 60))
                .add(part(match, 4, 1)));
    }

    private static BigInteger part(Matcher match, int group, int seconds) {
        @Nullable String digits = match.group(group);
        return digits == null ? BigInteger.ZERO : new BigInteger(digits).multiply(BigInteger.valueOf(seconds));
    }
}
