package se.ryggrad.conformance.checks.sight;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Readings;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;

/** Checks that whoever is found can see who searched. */
@ConformanceCheck
class SearchLogCheck {

    @Requirement("CASE-098")
    @Test
    void case098_tellsOfEachSearchThatFoundTheCase(Http http, Cases cases, People people) {
        Person person = people.person();
        LiveCase live = cases.plain(person).live();
        String number = live.text(people.officer(), "/registryNumber");
        Readings log = Readings.of(live, person);
        for (Officer officer : List.of(people.officer(), people.registrar(), people.contactCentre())) {
            for (JsonNode wanted : List.of(Searches.of(person), Searches.of(number))) {
                Searches.call(http, officer, wanted).send().require(200);
            }
            List<Part> searches = log.expect("search officer", "search officer");
            searches.get(0).at("/document").isMissing();
            live.read(officer).require(200);
            JsonNode reader = log.require("case officer").get(0).at("/actor").node();
            searches.forEach(search -> search.at("/actor").is(reader));
        }
    }

    @Requirement("CASE-098")
    @Test
    void case098_isAboutTheCasesOfThePageAlone(Http http, Cases cases, People people) {
        Person person = people.person();
        List<LiveCase> all = List.of(
                cases.plain(person).live(),
                cases.plain(person).live(),
                cases.plain(person).live());
        List<Readings> logs =
                all.stream().map(live -> Readings.of(live, person)).toList();
        Officer officer = people.registrar();
        List<String> shown = Searches.call(http, officer, Searches.of(person))
                .query("limit", 2)
                .send()
                .require(200)
                .at("/items")
                .items()
                .stream()
                .map(item -> item.at("/id").text())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            logs.get(i).expect(shown.contains(all.get(i).id()) ? new String[] {"search officer"} : new String[0]);
        }
    }

    @Requirement("CASE-098")
    @Test
    void case098_tellsOfNoSearchThatFoundNothing(Http http, Cases cases, People people) {
        Person person = people.person();
        Readings log = Readings.of(cases.plain(person).live(), person);
        Officer officer = people.officer();
        Searches.call(http, officer, Searches.of(people.person())).send().require(200);
        Searches.call(http, person, Searches.of(person)).send().require(403);
        log.expect();
        Searches.call(http, officer, Searches.of(person)).send().require(200);
        log.expect("search officer");
    }
}
