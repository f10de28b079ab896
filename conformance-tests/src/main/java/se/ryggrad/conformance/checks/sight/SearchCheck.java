package se.ryggrad.conformance.checks.sight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks which cases a search finds, and for whom. */
@ConformanceCheck
class SearchCheck {

    private static final Pattern NEXT =
            Pattern.compile("<[^>]*(" + Searches.PATH + "\\?[^>]+)>\\s*;\\s*rel=\"?next\"?");

    @Requirement("CASE-096")
    @Test
    void case096_findsForEachGroupWhatItReads(Http http, Cases cases, People people) {
        Person applicant = people.person();
        Person other = people.person();
        LiveCase live = cases.create(
                applicant,
                Bodies.newCase(Services.PLAIN, "Sökt").set("parties", Json.array(Papers.party("co-applicant", other))));
        Map<String, Officer> finders = Map.of(
                "case-officer of the unit", people.officer(),
                "registrar", people.registrar(),
                "archivist", people.archivist(),
                "contact-centre", people.contactCentre());
        finders.forEach((group, finder) ->
                Searches.expectFound(finder, Searches.of(applicant), "The search is by " + group + ".", http, live));
        Officer officer = people.officer();
        JsonNode seen = live.read(officer).require(200).json();
        Answer found = Searches.expectFound(officer, Searches.of(other), "This is the co-applicant.", http, live);
        Part item = found.at("/items/0");
        for (String member : List.of("/status", "/registryNumber", "/receivedAt", "/service/id", "/version")) {
            item.at(member).is(seen.at(member));
        }
        item.at("/parties").isMissing();
        item.at("/form").isMissing();
        for (Officer stranger : List.of(
                people.officer(Office.A2),
                people.officer(Office.B),
                people.registrar(Office.B),
                people.contactCentre(Office.B),
                people.officerIn(Office.A.group("service-admin")))) {
            String hint = "Whoever searches is in " + stranger.groups() + " and reads no case of unit-a.";
            Searches.expectFound(stranger, Searches.of(applicant), hint, http);
        }
    }

    @Requirement("CASE-096")
    @Test
    void case096_findsByTheWholeNumberAndByBoth(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Officer officer = people.officer();
        String number = live.text(officer, "/registryNumber");
        Searches.expectFound(officer, Searches.of(number), "The number is whole.", http, live);
        String shorter = number.substring(0, number.length() - 1);
        for (String other : List.of(shorter, number + "0", swapped(number))) {
            String hint = "The number is not that of the case, octet by octet.";
            Answer answer = Searches.call(http, officer, Searches.of(other))
                    .send()
                    .hint(hint)
                    .expect(200);
            if (Pages.find(answer.at("/items").items(), live.id()).isPresent()) {
                answer.fail("not the case with the number " + number, "it", "/items");
            }
        }
        ObjectNode both = Searches.of(submitted.applicant()).put("registryNumber", number);
        Searches.expectFound(officer, both, "The case has both.", http, live);
        ObjectNode strange = Searches.of(people.person()).put("registryNumber", number);
        Searches.expectFound(officer, strange, "The case has the number alone.", http);
        ObjectNode unknown = Searches.of(submitted.applicant()).put("registryNumber", "Okänt 1");
        Searches.expectFound(officer, unknown, "The case has the party alone.", http);
    }

    /** Returns a number whose letters are of the other case. */
    private static String swapped(String number) {
        StringBuilder other = new StringBuilder();
        number.chars()
                .map(c -> Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c))
                .forEach(other::appendCodePoint);
        return other.toString().equals(number) ? number + " " : other.toString();
    }

    @Requirement("CASE-096")
    @Test
    void case096_findsNothingOfAPartyWhoHasEnded(Http http, Cases cases, People people) {
        Person applicant = people.person();
        Person other = people.person();
        LiveCase live = cases.create(
                applicant,
                Bodies.newCase(Services.PLAIN, "Två").set("parties", Json.array(Papers.party("co-applicant", other))));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.endParty(live.text(officer, "/parties/1/id")));
        Searches.expectFound(officer, Searches.of(other), "The co-applicant has ended.", http);
        Searches.expectFound(officer, Searches.of(applicant), "The applicant has not ended.", http, live);
    }

    @Requirement("CASE-096")
    @Test
    void case096_findsNothingForAUnitThatIsAsked(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        ObjectNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        Officer asked = people.officer(Office.A2);
        handled.live().read(asked).require(200);
        String hint = "A case that the officer's unit is only asked about is no case of that unit.";
        Searches.expectFound(asked, Searches.of(handled.applicant()), hint, http);
        Searches.expectFound(
                handled.officer(), Searches.of(handled.applicant()), "A case of the unit.", http, handled.live());
    }

    @Requirement("CASE-096")
    @Test
    void case096_isForOfficersAlone(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        JsonNode wanted = Searches.of(person);
        Searches.call(http, person, wanted).send().expectProblem(403, "forbidden");
        Searches.call(http, people.system("cases:open", "cases:register", "cases:read"), wanted)
                .send()
                .expectProblem(403, "forbidden");
        http.post(Searches.PATH).json(wanted).send().expectProblem(401, "not-authenticated");
        Searches.expectFound(people.registrar(), wanted, "A registrar searches.", http, submitted.live());
    }

    @Requirement("CASE-096")
    @Test
    void case096_answersPageByPage(Http http, Cases cases, People people) {
        Person person = people.person();
        LiveCase[] all = {
            cases.plain(person).live(),
            cases.plain(person).live(),
            cases.plain(person).live()
        };
        Officer officer = people.contactCentre();
        JsonNode wanted = Searches.of(person);
        List<String> whole = Pages.ids(Searches.expectFound(officer, wanted, "All have the applicant.", http, all)
                .at("/items")
                .items());
        Answer first = Searches.call(http, officer, wanted)
                .query("limit", 2)
                .query("count", "true")
                .send()
                .expect(200);
        first.at("/page").is(1);
        first.at("/limit").is(2);
        first.at("/total").is(3);
        expectIds(first, whole.subList(0, 2));
        expectIds(http.post(next(first)).as(officer).json(wanted).send().expect(200), whole.subList(2, 3));
        Searches.call(http, officer, wanted).query("limit", 0).send().expectProblem(400, "malformed");
        Searches.call(http, officer, wanted)
                .query("status", "registered")
                .send()
                .hint("A search has no filters.")
                .expectProblem(400, "malformed");
    }

    private static void expectIds(Answer answer, List<String> expected) {
        List<String> found = Pages.ids(answer.at("/items").items());
        if (!found.equals(expected)) {
            answer.fail("the cases " + expected, found.toString(), "/items");
        }
    }

    /** Returns the path of the next page; that there is a link to it has a requirement of its own (CORE-024). */
    private static String next(Answer answer) {
        return Optional.of(NEXT.matcher(answer.header("Link").orElse("")))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .orElseThrow(() -> new NotObserved(Finding.of("a Link with rel=\"next\"", "none"), Blame.SYSTEM));
    }

    @Requirement("CASE-096")
    @Test
    void case096_leavesOutWhatTheLevelDoesNotReach(Http http, Cases cases, People people) {
        Person person = people.person();
        Officer registrar = people.registrar();
        LiveCase low = cases.plain(person).live();
        LiveCase high =
                cases.create(registrar.at(Assurance.LOA4), Papers.of(Services.HIGH, Papers.party("applicant", person)));
        JsonNode wanted = Searches.of(person);
        Searches.expectFound(registrar.at(Assurance.LOA4), wanted, "Level 4 reaches both.", http, low, high);
        Searches.expectFound(registrar, wanted, "Level 3 does not reach conformance-high.", http, low);
    }

    @Requirement("CASE-096")
    @Test
    void case096_leavesOutTheProtectedAndOnesOwn(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        JsonNode wanted = Searches.of(submitted.applicant());
        Officer officer = people.officer();
        Officer centre = people.contactCentre();
        Searches.expectFound(centre, wanted, "Nobody is protected.", http, live);
        Searches.expectFound(officer.who(people.person()), wanted, "The officer is somebody else.", http, live);
        Searches.expectFound(officer.who(submitted.applicant()), wanted, "The officer is the applicant.", http);
        people.protects(submitted.applicant(), "sekretessmarkering");
        live.read(officer).require(404);
        Searches.expectFound(officer, wanted, "The applicant is protected.", http);
        Searches.expectFound(centre, wanted, "The applicant is protected.", http);
        Officer trusted = people.officerIn(Office.A.group("contact-centre"), Office.A.trusted());
        Searches.expectFound(trusted, wanted, "The contact centre is in protected-identity.", http, live);
        Searches.expectFound(people.trusted(Office.A), wanted, "The officer is in protected-identity.", http, live);
    }
}
