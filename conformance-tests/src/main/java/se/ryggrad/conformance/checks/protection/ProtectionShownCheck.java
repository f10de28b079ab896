package se.ryggrad.conformance.checks.protection;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.representation.Conduct;

/** Checks who is told that a party is protected and by which kind, and that unknown kinds count. */
@ConformanceCheck
class ProtectionShownCheck {

    private static final List<String> KINDS =
            List.of("sekretessmarkering", "skyddad-folkbokforing", "fingerade-personuppgifter");
    private static final String STRANGE = "sekretess-av-annat-slag";

    @Requirement("ID-063")
    @Test
    void id063_isToldAsTheRegistryNamesIt(People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        Officer registrar = people.officerIn(Office.A.group("registrar"), Office.A.trusted());
        List<Officer> trusted = List.of(scene.trusted(), registrar);
        for (Officer each : trusted) {
            expectProtection(scene, each, "", "");
        }
        for (String kind : KINDS) {
            people.protects(scene.applicant(), kind);
            for (Officer each : trusted) {
                expectProtection(scene, each, kind, "");
            }
        }
        people.protects(scene.other(), KINDS.get(0));
        expectProtection(scene, registrar, KINDS.get(2), KINDS.get(0));
        people.asked(scene.applicant(), Conduct.FAILS);
        for (Officer each : trusted) {
            expectProtection(scene, each, "unknown", "unknown");
        }
    }

    private static void expectProtection(Scene scene, Officer reader, String first, String second) {
        Answer answer = scene.live().read(reader).expect(200);
        Schemas.expect(answer, "case-view");
        expect(Scene.party(answer, "applicant").at("/protection"), first);
        expect(Scene.party(answer, "co-applicant").at("/protection"), second);
    }

    private static void expect(Part protection, String expected) {
        if (expected.isEmpty()) {
            protection.isMissing();
        } else {
            protection.is(expected);
        }
    }

    @Requirement("ID-063")
    @Test
    void id063_isToldToNobodyElse(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        String kind = KINDS.get(0);
        people.protects(scene.applicant(), kind);
        expectProtection(scene, scene.trusted(), kind, "");
        for (Credential reader : List.of(scene.applicant(), scene.other(), people.system("cases:read"))) {
            for (String path : List.of(scene.live().path(), scene.live().path() + "/events", "/cases")) {
                Answer answer = http.get(path).as(reader).send().expect(200);
                Canaries.expectNone(answer, List.of("\"protection\"", kind));
            }
        }
    }

    @Requirement("ID-065")
    @Test
    void id065_countsAKindThatItDoesNotKnow(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        Officer officer = people.officer();
        scene.requireOpen(officer);
        scene.requireOpen(scene.other());
        String filter = "/cases?officer=" + scene.live().text(scene.trusted(), "/officer/officer");
        expectListed(http, officer, filter, 1);
        people.protects(scene.applicant(), STRANGE);
        scene.live().read(officer).expectProblem(404, "not-found");
        scene.live().read(scene.other()).expect(200).at("/form/street").isMissing();
        scene.live().read(scene.trusted()).expect(200).at("/form").is(scene.form());
        expectListed(http, officer, filter, 0);
    }

    private static void expectListed(Http http, Officer reader, String path, int expected) {
        int found = Pages.all(http, path, reader).size();
        if (found != expected) {
            throw ConformanceFailure.of(expected + " cases in the officer's list", "" + found);
        }
    }
}
