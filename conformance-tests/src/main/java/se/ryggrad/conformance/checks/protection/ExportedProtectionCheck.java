package se.ryggrad.conformance.checks.protection;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Exported;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.SystemClient;
import tools.jackson.databind.JsonNode;

/** Checks who can take out a case with a protected party. */
@ConformanceCheck
class ExportedProtectionCheck {

    @Requirement("ID-060")
    @Test
    void id060_isForThoseInTheGroupAlone(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        String export = scene.live().path() + "/export";
        SystemClient system = people.system("cases:read");
        Officer registrar = people.officerIn(Office.A.group("registrar"), Office.A.trusted());
        http.get(export).as(system).send().expect(200);
        people.protects(scene.applicant(), Scene.MARKED);
        Answer refused = http.get(export).as(system).send().expectProblem(403, "forbidden");
        Canaries.expectNone(refused, scene.canaries().secrets());
        for (Officer each : List.of(scene.trusted(), registrar)) {
            expectWhole(http.get(export).as(each).send().expect(200), scene);
        }
        people.frees(scene.applicant());
        http.get(export).as(system).send().expect(200);
    }

    private static void expectWhole(Answer answer, Scene scene) {
        Exported exported = Exported.of(answer);
        JsonNode json = exported.json();
        List<String> faults = Schemas.faults(json, "case");
        if (!faults.isEmpty()) {
            answer.fail("case.json after the schema case", String.join("; ", faults), null);
        }
        boolean form = json.at("/case/form").equals(scene.form());
        boolean told = json.at("/events/0/content/data/form").equals(scene.form());
        if (!form
                || !told
                || exported.file("documents/" + scene.document() + ".txt").size() == 0) {
            answer.fail("the form, the document and what the events tell", "not all of it", null);
        }
    }
}
