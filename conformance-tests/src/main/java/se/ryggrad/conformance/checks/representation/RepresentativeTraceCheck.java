package se.ryggrad.conformance.checks.representation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Readings;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a representative leaves in a case, and whose act it is. */
@ConformanceCheck
class RepresentativeTraceCheck {

    @Requirement("ID-050")
    @Test
    void id050_hasTheRepresentedAsApplicantAndNobodyElse(People people, Cases cases, Representatives representatives) {
        for (Represented represented : List.of(people.registered(people.person()), people.organisation())) {
            Proxy proxy = representatives.by(Representation.of(represented));
            LiveCase live = cases.create(proxy, Bodies.newCase(Services.REPRESENTED, "ombud"));
            Answer seen = live.read(people.officer()).require(200);
            seen.at("/parties").hasSize(1);
            seen.at("/parties/0/role").is("applicant");
            seen.at("/parties/0/name").is(represented.name());
            seen.at("/parties/0/identity/scheme").is(represented.scheme());
            seen.at("/parties/0/identity/value").is(represented.value());
            live.read(proxy).expect(200).at("/parties").hasSize(1);
        }
    }

    @Requirement("ID-050")
    @Test
    void id050_isSeenByTheRepresentedAsTheirOwn(People people, Cases cases, Representatives representatives) {
        Person represented = people.person();
        Proxy proxy = representatives.of(represented);
        LiveCase live = cases.create(proxy, Bodies.newCase(Services.REPRESENTED, "ombud"));
        Answer seen = live.read(represented).expect(200);
        seen.at("/parties/0/self").is(true);
        seen.at("/allowedActions").contains("withdraw");
    }

    @Requirement("ID-050")
    @Test
    void id050_tellsWhoActedByWhichRightForWhom(
            Http http, People people, Cases cases, Representatives representatives) {
        Person child = people.person();
        Proxy one = representatives.by(Representation.of("guardian", people.registered(child)));
        Proxy other = representatives.by(Representation.of("framtidsfullmakt", people.registered(child)));
        LiveCase live = cases.create(one, Bodies.newCase(Services.REPRESENTED, "ombud"));
        Officer officer = people.officer();
        String party = live.text(officer, "/parties/0/id");
        expectActor(http, last(live, officer, "submitted"), one, "guardian", party);
        live.perform(other, Bodies.message("från den andra"));
        expectActor(http, last(live, officer, "message-added"), other, "framtidsfullmakt", party);
        live.perform(child, Bodies.message("själv"));
        Part own = last(live, officer, "message-added").at("/content/actor");
        own.at("/right").is("own");
        own.at("/for").isMissing();
    }

    @Requirement("CASE-009")
    @Test
    void case009_letsARepresentativeAloneUseWhatTheyUploaded(
            People people, Cases cases, Uploads uploads, Representatives representatives) {
        Person represented = people.person();
        Proxy proxy = representatives.of(represented);
        LiveCase theirs = cases.create(proxy, Bodies.newCase(Services.REPRESENTED, "ombud"));
        LiveCase own = cases.submitted(proxy.person(), Services.REPRESENTED).live();
        ObjectNode supplement = supplement(uploads.text(proxy, "x"));
        theirs.act(represented, supplement).expectProblem(422, "validation");
        own.act(proxy.person(), supplement).expect(200);
        theirs.act(proxy, supplement(uploads.text(proxy.person(), "y"))).expect(200);
    }

    private static ObjectNode supplement(String document) {
        return Bodies.supplement("fil").set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
    }

    @Requirement("CASE-084")
    @Test
    void case084_logsWhatIsReadForAParty(Http http, People people, Cases cases, Representatives representatives) {
        Person represented = people.person();
        Proxy proxy = representatives.of(represented);
        LiveCase live = cases.create(represented, Bodies.newCase(Services.REPRESENTED, "läst"));
        Readings log = Readings.of(live, represented);
        live.read(proxy).require(200);
        log.expect("case person");
        http.get(live.path() + "/events").as(proxy).send().require(200);
        log.expect("events person");
        live.read(represented).require(200);
        log.expect();
    }

    @Requirement("CASE-087")
    @Test
    void case087_tellsForWhomARepresentativeReads(People people, Cases cases, Representatives representatives) {
        Person represented = people.person();
        Proxy proxy = representatives.of(represented);
        LiveCase live = cases.create(represented, Bodies.newCase(Services.REPRESENTED, "läst"));
        live.perform(proxy, Bodies.message("Hej."));
        Readings log = Readings.of(live, represented);
        live.read(proxy).require(200);
        Part reader = log.require("case person").get(0).at("/actor").exists();
        JsonNode actor = last(live, represented, "message-added")
                .at("/content/actor")
                .exists()
                .node();
        reader.satisfies("the actor of the event, " + Json.write(actor), n -> Contract.same(n, actor));
    }

    @Requirement("ID-052")
    @Test
    void id052_countsAKeyForEachRepresentedByItself(Http http, People people, Representatives representatives) {
        Person person = people.person();
        Representation first = Representation.of(people.registered(people.person()));
        Representation second = Representation.of(people.organisation());
        people.represents(person, first, second);
        List<Credential> all =
                List.of(person, representatives.listed(person, first), representatives.listed(person, second));
        String key = UUID.randomUUID().toString();
        JsonNode body = Bodies.newCase(Services.REPRESENTED, "samma");
        List<String> begun = all.stream().map(c -> begin(http, c, key, body)).toList();
        if (Set.copyOf(begun).size() != all.size()) {
            throw ConformanceFailure.of("three cases", begun.toString());
        }
        List<String> again = all.stream().map(c -> begin(http, c, key, body)).toList();
        if (!again.equals(begun)) {
            throw ConformanceFailure.of("the same cases when each is sent again: " + begun, again.toString());
        }
    }

    private static String begin(Http http, Credential actor, String key, JsonNode body) {
        Answer answer = http.post("/cases").as(actor).key(key).json(body).send();
        return answer.expect(201).at("/id").text();
    }

    private static Part last(LiveCase live, Credential reader, String type) {
        Part event = Timeline.of(live, reader).last(type);
        Schemas.expect(event, "event");
        return event;
    }

    private static void expectActor(Http http, Part event, Proxy proxy, String right, String party) {
        String id =
                http.get("/me").as(proxy.person()).send().require(200).at("/id").text();
        Part actor = event.at("/content/actor");
        actor.at("/kind").is("person");
        actor.at("/id").is(id);
        actor.at("/right").is(right);
        actor.at("/for").is(party);
    }
}
