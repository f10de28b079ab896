package se.ryggrad.conformance.checks.approval;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Exported;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.Family;
import se.ryggrad.conformance.fixture.Family.Member;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.RepresentativeRegistry;
import se.ryggrad.conformance.target.Target;

/** Checks that nobody learns from a case who the other representative is. */
@ConformanceCheck
class RepresentativeHiddenCheck {

    @Requirement("CASE-093")
    @Test
    void case093_tellsNobodyWhoTheOtherIs(
            Http http, Cases cases, People people, Families families, Nonces nonces, Target target) {
        Feed feed = new Feed(http, people.system("events:read"), target).toEnd();
        Person other = people.person().named("Vera " + nonces.word());
        Family family = families.guardians(1);
        Member second = families.member(other, Families.joint("guardian", family.represented()));
        LiveCase live = Approvals.guarded(cases, family);
        String request = Approvals.asked(live, second.proxy(), second);
        live.perform(second.proxy(), Approvals.refuse(request));
        live.perform(second.proxy(), Approvals.approve(request));
        Search search = new Search(second);
        search.expectNone(live.created());
        List<Credential> readers = List.of(
                family.first().proxy(),
                second.proxy(),
                people.officer(),
                people.registrar(),
                people.system("cases:read"));
        for (Credential reader : readers) {
            Answer seen = live.read(reader).expect(200);
            seen.at("/requests/0/representative").is(Json.object("id", second.id(), "right", "guardian"));
            search.expectNone(seen);
            search.expectNone(events(live, reader));
            search.expectNone(http.get("/cases")
                    .as(reader)
                    .query("updatedSince", seen.at("/updatedAt").text())
                    .send()
                    .expect(200));
            search.expectNone(
                    http.get(live.path() + "/access-log").as(reader).send().expect(200));
        }
        for (Credential reader : readers.subList(2, readers.size())) {
            Answer export = http.get(live.path() + "/export").as(reader).send().expect(200);
            search.expectNone(export, Exported.of(export).text());
        }
        String head = live.shown(second.proxy()).at("/chain/hash").text();
        Feed.of(feed.through(head), live.id()).forEach(search::expectNone);
    }

    /** Reads the events, and expects that those of the other name nobody as who did it. */
    private static Answer events(LiveCase live, Credential reader) {
        Answer events = live.events(reader).expect(200);
        List<Part> theirs = events.at("/items").items().stream()
                .filter(e -> List.of("approved", "approval-refused")
                        .contains(e.node().at("/content/type").asString("")))
                .toList();
        if (theirs.size() != 2) {
            events.at("/items").fail("an event approved and an event approval-refused");
        }
        theirs.forEach(event -> event.at("/display/by").matches(".*\\S.*"));
        return events;
    }

    /** Looks for what is of one representative alone. */
    private static final class Search {

        private final List<String> words;
        private final CanarySearch number;

        private Search(Member hidden) {
            words = new ArrayList<>(RepresentativeRegistry.secrets(hidden.entry()));
            words.add(hidden.proxy().person().name());
            number = new CanarySearch(List.of(hidden.proxy().person().number()));
        }

        private void expectNone(Answer answer) {
            expectNone(answer, answer.body().text());
        }

        private void expectNone(Answer answer, String text) {
            if (finds(text)) {
                answer.fail("nothing of a representative who is asked but representative", "more", null);
            }
        }

        private void expectNone(Part part) {
            if (finds(Json.write(part.node()))) {
                part.fail("nothing of a representative who is asked");
            }
        }

        private boolean finds(String text) {
            return words.stream().anyMatch(text::contains) || number.find(text).isPresent();
        }
    }
}
