package se.ryggrad.conformance.checks.messaging;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Waits;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/** Checks what a message service says that it offers. */
@ConformanceCheck
class OfferCheck {

    @Requirement("MSG-001")
    @Test
    void msg001_namesItsChannels(Http http) {
        Answer answer = http.get("/capabilities").send().expect(200);
        Schemas.expect(answer, "capabilities");
        Part channels = answer.at("/messages/channels");
        List<Part> items = channels.items();
        items.forEach(OfferCheck::expectChannel);
        List<String> ids = Pages.ids(items);
        if (ids.stream().distinct().count() < ids.size()) {
            channels.fail("channels with an id of their own");
        }
        Pages.find(items, Messages.INBOX)
                .orElseThrow(() -> answer.failure("the channel mina-sidor", ids.toString(), "/messages/channels"))
                .at("/kinds")
                .is(Json.array("letter"));
    }

    private static void expectChannel(Part channel) {
        channel.at("/id").matches(".+");
        channel.at("/title/sv").matches(".*\\S.*");
        channel.at("/title/en").matches(".*\\S.*");
        Part kinds = channel.at("/kinds");
        kinds.satisfies("letter, notice or both", list -> list.isArray() && list.size() > 0);
        kinds.items().forEach(kind -> kind.isOneOf("letter", "notice"));
        if (kinds.texts().contains("notice")) {
            channel.at("/address").isOneOf("phone", "email");
        }
    }

    @Requirement("MSG-001")
    @Test
    void msg001_saysHowLongItTries(Http http) {
        Part messages = http.get("/capabilities").send().expect(200).at("/messages");
        messages.at("/tries").satisfies("a whole number from 2 to 20", OfferCheck::twoToTwenty);
        Duration first = Waits.expect(messages.at("/firstRetry"));
        if (first.isZero() || first.compareTo(Duration.ofMinutes(5)) > 0) {
            messages.at("/firstRetry").fail("more than nothing and at most PT5M");
        }
        if (Waits.expect(messages.at("/maximumTimeToLive")).compareTo(Duration.ofDays(7)) < 0) {
            messages.at("/maximumTimeToLive").fail("at least P7D");
        }
        messages.at("/noticeLink").matches("https://[^/?#@\\s]+([/?#]\\S*)?");
    }

    private static boolean twoToTwenty(JsonNode tries) {
        return tries.canConvertToExactIntegral() && tries.asLong() >= 2 && tries.asLong() <= 20;
    }
}
