package se.ryggrad.conformance.checks.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.node.ObjectNode;

/** Checks how long a message lives. */
@ConformanceCheck
class LifetimeCheck {

    @Requirement("MSG-010")
    @Test
    void msg010_livesAsLongAsTheSenderSays(People people, Messages messages) {
        ObjectNode letter = Letters.letter(people.person());
        Map<String, Duration> good = new LinkedHashMap<>();
        for (String each : List.of("PT1S", "PT90M", "PT36H", "P1D", "P6DT23H59M59S", "P1DT1S", "PT0H0M5S")) {
            good.put(each, Duration.parse(each));
        }
        Duration longest = messages.terms().longest();
        good.put("PT" + longest.toSeconds() + "S", longest);
        good.forEach((text, time) -> expectLife(
                messages.send(letter.deepCopy().put("timeToLive", text)).expect(202), time));
    }

    @Requirement("MSG-010")
    @Test
    void msg010_livesAsLongAsItMayWhenNothingIsSaid(People people, Messages messages) {
        Duration longest = messages.terms().longest();
        expectLife(messages.send(Letters.letter(people.person())).expect(202), longest);
        expectLife(messages.send(Letters.notice(people.person())).expect(202), longest);
    }

    private static void expectLife(Answer taken, Duration time) {
        Instant created = Instant.parse(taken.at("/createdAt").text());
        taken.at("/expiresAt")
                .satisfies(
                        "createdAt and " + time,
                        node -> Instant.parse(node.asString("")).equals(created.plus(time)));
    }

    @Requirement("MSG-010")
    @Test
    void msg010_refusesOtherForms(People people, Messages messages) {
        ObjectNode letter = Letters.letter(people.person());
        messages.send(letter.deepCopy().put("timeToLive", "P1DT2H3M4S")).expect(202);
        for (String bad : List.of(
                "", "1D", "P", "PT", "P1DT", "P1W", "P1Y", "P1M", "P1.5D", "PT1.5S", "-P1D", "P-1D", "+P1D", "p1d",
                "PT1S1M", "PT1D", "P1H", " P1D", "P1D ", "P1D/P2D", "86400")) {
            messages.send(letter.deepCopy().put("timeToLive", bad))
                    .hint("No duration of the standard's form: '" + bad + "'")
                    .expectProblem(422, "validation")
                    .expectErrors("/timeToLive format");
        }
    }

    @Requirement("MSG-010")
    @Test
    void msg010_boundsIt(People people, Messages messages) {
        ObjectNode letter = Letters.letter(people.person());
        Duration longest = messages.terms().longest();
        messages.send(letter.deepCopy().put("timeToLive", "PT1S")).expect(202);
        for (String none : List.of("PT0S", "P0D", "P0DT0H0M0S")) {
            messages.expectFaults(letter.deepCopy().put("timeToLive", none), "/timeToLive minimum");
        }
        String more = "PT" + (longest.toSeconds() + 1) + "S";
        for (String much : List.of(more, "P" + (longest.toDays() + 1) + "D", "P999999999D")) {
            messages.expectFaults(letter.deepCopy().put("timeToLive", much), "/timeToLive maximum");
        }
        messages.send(letter.deepCopy().put("timeToLive", "P99999999999999999999D"))
                .expectProblem(422, "validation");
    }
}
