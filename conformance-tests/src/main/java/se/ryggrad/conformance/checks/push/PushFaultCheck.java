package se.ryggrad.conformance.checks.push;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that what is wrong with what surrounds an item is told, each fault where it is. */
@ConformanceCheck
class PushFaultCheck {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    /** More than clocks differ by. */
    private static final Duration SURELY = Duration.ofMinutes(10);

    private static Push good(People people) {
        return Push.of(people.person()).from(Assurance.LOA3).to("guardian", DAY).to("god-man");
    }

    @Requirement("MINA-037")
    @Test
    void mina037_asksForAllThatAnItemNeeds(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        pushing.push(PushingSource.newItem(), good).expect(204);
        for (String member : List.of("version", "owner", "assurance", "expiresAt", "item")) {
            pushing.expectFaults(good.without(member), "/" + member + " required");
        }
        JsonNode nameless = Json.array(Json.object("until", "2027-05-04"));
        pushing.expectFaults(good.with("representatives", nameless), "/representatives/0/kind required");
        pushing.expectFaults(good.with("removed", false).without("owner"), "/owner required");
        pushing.push(PushingSource.newItem(), good.without("representatives")).expect(204);
        pushing.push(PushingSource.newItem(), good.with("representatives", Json.array()))
                .expect(204);
        pushing.push(PushingSource.newItem(), good.with("removed", false)).expect(204);
    }

    @Requirement("MINA-037")
    @Test
    void mina037_tellsWhatIsOfAnotherKind(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        pushing.push(PushingSource.newItem(), good).expect(204);
        for (Object version : List.of("1", 1.5, true, Json.array(1))) {
            pushing.expectFaults(good.with("version", version), "/version type");
        }
        pushing.expectFaults(good.with("owner", "19900101"), "/owner type");
        pushing.expectFaults(good.with("assurance", 3), "/assurance type");
        pushing.expectFaults(good.with("expiresAt", 1_800_000_000_000L), "/expiresAt type");
        pushing.expectFaults(good.with("item", Json.array()), "/item type");
        pushing.expectFaults(good.with("representatives", Json.object("kind", "guardian")), "/representatives type");
        pushing.expectFaults(good.with("representatives", List.of("guardian")), "/representatives/0 type");
        pushing.expectFaults(who(good, "kind", 7), "/representatives/0/kind type");
        pushing.expectFaults(who(good, "until", 20_270_504), "/representatives/0/until type");
        pushing.expectFaults(good.with("removed", "true"), "/removed type");
        pushing.expectFaults(good.with("removed", 1), "/removed type");
    }

    @Requirement("MINA-037")
    @Test
    void mina037_boundsTheVersion(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        for (long version : List.of(0L, -1L, -9_007_199_254_740_991L)) {
            pushing.expectFaults(good.version(version), "/version minimum");
            pushing.expectFaults(Push.removal(version), "/version minimum");
        }
        for (long version : List.of(1L, System.currentTimeMillis(), 9_007_199_254_740_991L)) {
            pushing.push(PushingSource.newItem(), good.version(version)).expect(204);
        }
    }

    @Requirement("MINA-037")
    @Test
    void mina037_knowsTheLevelsAndKinds(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        for (String level : List.of("loa3", "", "None", Assurance.LOA3.uri() + "/", "3")) {
            pushing.expectFaults(good.with("assurance", level), "/assurance unknown-value");
        }
        for (String kind : List.of("vårdnadshavare", "Guardian", "", "none", "owner")) {
            pushing.expectFaults(who(good, "kind", kind), "/representatives/0/kind unknown-value");
        }
        pushing.push(PushingSource.newItem(), good.with("assurance", "none")).expect(204);
        for (Assurance level : Assurance.values()) {
            pushing.push(PushingSource.newItem(), good.from(level)).expect(204);
        }
        Push all = Push.of(people.person());
        for (String kind :
                List.of("guardian", "signatory", "power-of-attorney", "god-man", "forvaltare", "framtidsfullmakt")) {
            all = all.to(kind);
        }
        pushing.push(PushingSource.newItem(), all).expect(204);
    }

    @Requirement("MINA-037")
    @Test
    void mina037_takesEachKindOnce(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        pushing.expectFaults(good.to("god-man"), "/representatives unique-items");
        pushing.expectFaults(good.to("guardian", DAY.plusDays(1)), "/representatives unique-items");
        pushing.push(PushingSource.newItem(), good.to("forvaltare")).expect(204);
    }

    @Requirement("MINA-037")
    @Test
    void mina037_takesDaysAndInstantsAlone(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        for (String day : List.of("2027-02-30", "2027-5-4", "20270504", "2027-05-04T00:00:00Z", "i morgon", "")) {
            pushing.expectFaults(who(good, "until", day), "/representatives/0/until format");
        }
        for (String instant : List.of("2027-02-30T00:00:00Z", "2027-02-20", "snart", "", "1800000000")) {
            pushing.expectFaults(good.with("expiresAt", instant), "/expiresAt format");
        }
        pushing.expectFaults(good.with("expiresAt", "2027-02-20T00:00:00"), "/expiresAt offset-missing");
        String offset = Instant.now().plus(SURELY).toString().replaceFirst("\\..*|Z", "+00:00");
        pushing.push(PushingSource.newItem(), good.with("expiresAt", offset)).expect(204);
    }

    @Requirement("MINA-037")
    @Test
    void mina037_boundsTheLifetime(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = good(people);
        Instant latest = Instant.now().plus(index.maximumLifetime());
        String item = PushingSource.newItem();
        pushing.expectFaults(good.expires(latest.plus(SURELY)), "/expiresAt maximum");
        pushing.expectFaults(good.with("expiresAt", "9999-12-31T23:59:59Z"), "/expiresAt maximum");
        pushing.push(item, good.expires(latest.minus(SURELY))).expect(204);
        pushing.takes(item, Push.removal(2));
    }

    @Requirement("MINA-037")
    @Test
    void mina037_tellsAllFaultsAndKeepsNothing(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push good = Push.of(person);
        String item = PushingSource.newItem();
        Push bad =
                good.version(0).with("assurance", "loa3").without("expiresAt").itemWithout("kind");
        pushing.push(item, bad.with("representatives", "alla"))
                .expectProblem(422, "validation")
                .expectErrors(
                        "/assurance unknown-value",
                        "/expiresAt required",
                        "/item/kind required",
                        "/representatives type",
                        "/version minimum");
        index.visitor(person).read().expectAnswered(PlayedSource.PUSHING);
        pushing.push(item, good).expect(204);
        pushing.push(item, bad.version(2)).expectProblem(422, "validation");
        index.visitor(person).read().expectAnswered(PlayedSource.PUSHING, item);
    }

    @Requirement("MINA-037")
    @Test
    void mina037_repeatsNothingOfTheBody(People people, OverviewIndex index, Nonces nonces) {
        PushingSource pushing = index.pushing();
        String word = nonces.word();
        Push good = Push.of(people.person()).titled(word).item("link", "https://" + word + ".example.se/");
        String item = pushing.takes(good.version(2));
        List<Answer> answers = List.of(
                pushing.push(item, good.with("assurance", word)),
                pushing.push(item, good.with("expiresAt", word)),
                pushing.push(item, who(good.to("guardian"), "until", word)),
                pushing.push(item, who(good.to("guardian"), "kind", word)),
                pushing.push(item, good.item("dueOn", word)),
                pushing.push(item, good.with(word, word).item(word, word).version(0)),
                pushing.push(item, good));
        for (Answer answer : answers) {
            answer.expect(422, 409);
            if (answer.body().text().contains(word)) {
                answer.fail("a problem that repeats nothing of the body", "one with '" + word + "'", null);
            }
        }
    }

    /** Returns the same with another value of a member of the first who may see the item. */
    private static Push who(Push push, String member, Object value) {
        JsonNode all = push.body().path("representatives").deepCopy();
        ((ObjectNode) all.path(0)).set(member, Json.value(value));
        return push.with("representatives", all);
    }
}
