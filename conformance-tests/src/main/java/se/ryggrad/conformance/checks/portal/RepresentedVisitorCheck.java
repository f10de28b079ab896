package se.ryggrad.conformance.checks.portal;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import se.ryggrad.conformance.source.Acting;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks how a portal asks sources on behalf of another. */
@ConformanceCheck
class RepresentedVisitorCheck {

    private static final String SEARCHES = "/me/representations/searches";
    private static final String ITEMS = "/overview-items";

    @Requirement("MINA-031")
    @Test
    void mina031_asksEachSourceByItsOwnRepresentation(Http http, People people, Representatives representatives) {
        for (Represented represented : List.of(people.registered(people.person()), people.organisation())) {
            Proxy proxy = representatives.by(Representation.of(represented));
            Visitor visitor = Visitor.of(http, people, proxy.person()).as(proxy);
            visitor.with(PlayedSource.STEADY, acting("there-1", "read", "act"))
                    .with(PlayedSource.SECOND, acting("there-2", "read"));
            Overview overview = visitor.read();
            overview.expectAnswered(PlayedSource.STEADY, "of-there-1");
            overview.expectAnswered(PlayedSource.SECOND, "of-there-2");
            expectAsked(visitor, PlayedSource.STEADY, represented, "there-1");
            expectAsked(visitor, PlayedSource.SECOND, represented, "there-2");
        }
    }

    @Requirement("MINA-031")
    @Test
    void mina031_takesTheFirstThatMayRead(Http http, People people, Representatives representatives) {
        Represented represented = people.registered(people.person());
        Proxy proxy = representatives.by(Representation.of(represented));
        Visitor visitor = Visitor.of(http, people, proxy.person()).as(proxy);
        Plan plan = Plan.of(PlayedItem.of("own"))
                .acting(new Acting("blind", List.of("submit"), List.of(PlayedItem.of("unread"))))
                .acting(new Acting("first", List.of("submit", "read"), List.of(PlayedItem.of("read"))))
                .acting(new Acting("second", List.of("read"), List.of(PlayedItem.of("also-read"))));
        visitor.with(PlayedSource.STEADY, plan).read().expectAnswered(PlayedSource.STEADY, "read");
        expectAsked(visitor, PlayedSource.STEADY, represented, "first");
    }

    @Requirement("MINA-031")
    @Test
    void mina031_isDeniedWhereNothingMayBeRead(Http http, People people, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        Visitor visitor = Visitor.of(http, people, proxy.person()).as(proxy);
        Plan blind = Plan.of(PlayedItem.of("own")).acting(new Acting("blind", List.of("act"), List.of()));
        visitor.with(PlayedSource.STEADY, PlayedItem.of("own"))
                .with(PlayedSource.SECOND, acting("there", "read"))
                .with(PlayedSource.WAVERING, blind);
        Overview overview = visitor.read();
        overview.expectNothing(PlayedSource.STEADY, "denied").expectNothing(PlayedSource.WAVERING, "denied");
        overview.expectAnswered(PlayedSource.SECOND, "of-there");
        overview.answer().at("/complete").is(false);
    }

    private static Plan acting(String name, String... rights) {
        return Plan.of(PlayedItem.of("own"))
                .acting(new Acting(name, List.of(rights), List.of(PlayedItem.of("of-" + name))));
    }

    private static void expectAsked(Visitor visitor, PlayedSource source, Represented represented, String name) {
        String id = Acting.id(name);
        JsonNode wanted =
                Json.object("represented", Json.object("scheme", represented.scheme(), "value", represented.value()));
        List<Lookup> lookups = visitor.lookups(source);
        List<Lookup> searches = at(lookups, SEARCHES);
        List<Lookup> readings = at(lookups, ITEMS);
        if (searches.isEmpty() || readings.isEmpty()) {
            throw ConformanceFailure.of("a search and a reading at " + source.word(), lookups.toString());
        }
        for (Lookup search : searches) {
            if (!search.method().equals("POST") || !isJson(search.body(), wanted)) {
                throw ConformanceFailure.of("a search for the represented at " + source.word(), "another");
            }
        }
        for (Lookup reading : readings) {
            if (!reading.header("on-behalf-of").equals(List.of(id))) {
                String actual = reading.header("on-behalf-of").toString();
                throw ConformanceFailure.of("On-Behalf-Of with the id at " + source.word() + ", " + id, actual);
            }
        }
    }

    private static boolean isJson(String body, JsonNode wanted) {
        try {
            return Json.read(body).equals(wanted);
        } catch (JsonFault unreadable) {
            return false;
        }
    }

    private static List<Lookup> at(List<Lookup> lookups, String path) {
        return lookups.stream()
                .filter(lookup -> lookup.target().split("[?]", 2)[0].endsWith(path))
                .toList();
    }
}
