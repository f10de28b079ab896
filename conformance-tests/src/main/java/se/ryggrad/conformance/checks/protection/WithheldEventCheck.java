package se.ryggrad.conformance.checks.protection;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.node.ObjectNode;

/** Checks which events are withheld for the sake of a protected party, and that the chain can still be checked. */
@ConformanceCheck
class WithheldEventCheck {

    @Requirement("ID-059")
    @Test
    void id059_withholdsWhatHoldsContactDataOrADocument(
            People people, Cases cases, Uploads uploads, Nonces nonces, Representatives representatives) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        LiveCase live = scene.live();
        Credential proxy = representatives.of(scene.applicant());
        Set<Integer> withheld = happenings(scene, uploads);
        List<Credential> readers = List.of(scene.other(), proxy, people.system("cases:read"));
        Timeline whole = Timeline.of(live, scene.trusted()).expectSound();
        for (Credential reader : readers) {
            Timeline.of(live, reader).expectSound().expectTypes(whole.types().toArray(String[]::new));
        }
        people.protects(scene.applicant(), Scene.MARKED);
        for (Credential reader : readers) {
            Timeline seen = Timeline.of(live, reader).expectSound();
            for (int i = 0; i < whole.events().size(); i++) {
                expect(seen, whole.events().get(i), withheld.contains(i + 1), i);
            }
            Answer answer = live.http()
                    .get(live.path() + "/events")
                    .as(reader)
                    .query("limit", 100)
                    .send()
                    .expect(200);
            Canaries.expectNone(answer, scene.canaries().secrets());
            Canaries.expectNone(answer, List.of(scene.applicant().name()));
        }
        Timeline.of(live, scene.trusted())
                .expectSound()
                .expectTypes(whole.types().toArray(String[]::new));
    }

    /** Lets happen what is withheld and what is not, and returns the numbers of what is. */
    private static Set<Integer> happenings(Scene scene, Uploads uploads) {
        LiveCase live = scene.live();
        String self = Papers.self(live, scene.applicant());
        live.perform(scene.applicant(), Bodies.message("Bara ord."));
        live.perform(scene.applicant(), withDocument(scene, uploads));
        live.perform(
                scene.applicant(),
                Bodies.action("supplement")
                        .set("form", Json.object("street", scene.canaries().contact())));
        live.perform(
                scene.applicant(),
                Bodies.action("supplement")
                        .set("form", Json.object("subject", scene.canaries().word())));
        answered(scene, self);
        scene.send(uploads);
        live.perform(scene.trusted(), Bodies.request(self).set("material", Json.array(scene.document())));
        return Set.of(1, 5, 6, 9, 11);
    }

    /** Lets the applicant answer a request with contact data. */
    private static void answered(Scene scene, String self) {
        LiveCase live = scene.live();
        live.perform(scene.trusted(), Bodies.request(self).set("form", asked()));
        String request = live.text(scene.trusted(), "/requests/0/id");
        live.perform(
                scene.applicant(),
                Bodies.action("answer-request")
                        .put("request", request)
                        .set("form", Json.object("now", scene.canaries().contact())));
    }

    @Requirement("ID-059")
    @Test
    void id059_withholdsAnAnswerWhoseRequestIsErased(People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        LiveCase live = scene.live();
        answered(scene, Papers.self(live, scene.applicant()));
        Timeline whole = Timeline.of(live, scene.trusted());
        String request = whole.last("requested").at("/id").text();
        live.perform(people.archivist(), Bodies.redact(request));
        Part told = whole.last("request-answered");
        int place = (int) told.at("/sequence").number() - 1;
        Timeline open = Timeline.of(live, scene.other());
        expect(open, told, false, place);
        people.protects(scene.applicant(), Scene.MARKED);
        expect(Timeline.of(live, scene.other()), told, true, place);
        expect(Timeline.of(live, scene.trusted()), told, false, place);
        Canaries.expectNone(
                live.events(scene.other()).expect(200), scene.canaries().secrets());
    }

    private static ObjectNode withDocument(Scene scene, Uploads uploads) {
        String document = uploads.text(scene.applicant(), scene.canaries().file());
        ObjectNode message = Bodies.message("Se bilagan.");
        return message.set(
                "documents",
                Json.array(Uploads.entry(document, "any", scene.canaries().file() + ".txt")));
    }

    private static ObjectNode asked() {
        return Bodies.form(Json.object(
                "now", Json.object("type", "string", "minLength", 1, "maxLength", 200, "x-ryggrad-contact", true)));
    }

    private static void expect(Timeline seen, Part whole, boolean withheld, int place) {
        if (seen.events().size() <= place) {
            whole.fail("this event, withheld or not, in what is shown to others too");
        }
        Part event = seen.events().get(place);
        Schemas.expect(event, "event");
        event.at("/id").is(whole.at("/id").node());
        event.at("/hash").is(whole.at("/hash").node());
        if (withheld) {
            event.at("/withheld/provisions").satisfies("the provision", list -> !list.isEmpty());
            for (String member : List.of("content", "salt", "display")) {
                event.at("/" + member).isMissing();
            }
        } else {
            event.at("/content").is(whole.at("/content").node());
        }
    }
}
