package example.plankan.ryggrad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.JsonTree;

/** Tests that what comes in by the standard and what officers do in Plankan is one ärende, from both sides. */
class PlankanIT {

    @SuppressWarnings("NullAway.Init")
    private static Issuer issuer;

    private final Http http = new Http();

    @SuppressWarnings("NullAway.Init")
    private String anna;

    @SuppressWarnings("NullAway.Init")
    private String karin;

    @SuppressWarnings("NullAway.Init")
    private String id;

    @SuppressWarnings("NullAway.Init")
    private String diarienr;

    @BeforeAll
    static void open() throws IOException, GeneralSecurityException {
        issuer = new Issuer(Integer.getInteger("issuer.port", 0), System.getProperty("target"));
    }

    @AfterAll
    static void close() {
        issuer.close();
    }

    @BeforeEach
    void apply() throws IOException, InterruptedException, GeneralSecurityException {
        anna = issuer.person(People.ANNA);
        karin = issuer.officer("byggnadsnamnden", "bygglov");
        HttpResponse<String> received = http.post(anna, "/cases", Optional.empty(), """
            {"service": {"id": "bygglov"},
             "form": {"propertyDesignation": "Piteå Öjebyn 1:23", "measure": "extension", "areaSquareMetres": 24.5},
             "documents": [{"id": "%s", "kind": "site-plan", "name": "situationsplan.pdf"}]}
            """.formatted(http.upload(anna)));
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
        id = Http.json(received).text("id").orElseThrow();
        diarienr = Http.json(received).text("registryNumber").orElseThrow();
    }

    @Test
    void isAnArendeThatFollowsTheCase() throws IOException, InterruptedException {
        assertThat(diarienr).matches("BN \\d{4}-\\d{6}");
        assertThat(http.lista()).contains(diarienr);
        assertThat(http.akt(diarienr).text("lage")).contains("DIARIEFÖRD");

        HttpResponse<String> assigned = http.act(karin, id, "{\"action\": \"assign\"}");

        assertThat(assigned.statusCode()).isEqualTo(200);
        assertThat(Http.json(assigned).text("localStatus")).contains("Under handläggning");
        JsonTree.ObjectNode akt = http.akt(diarienr);
        assertThat(akt.text("lage")).contains("UNDER HANDLÄGGNING");
        assertThat(akt.text("handlaggare")).contains("Karin Provsson");
        assertThat(akt.items("handlingar")).hasSize(1);
    }

    @Test
    void showsTheApplicantWhatPlankanChanges() throws IOException, InterruptedException {
        assertThat(http.kontrollansvarig(diarienr, "Eva Ek")).isEqualTo(204);

        assertThat(http.akt(diarienr).text("kontrollansvarig")).contains("Eva Ek");
        JsonTree.ObjectNode events = http.get(anna, "/cases/" + id + "/events");
        assertThat(events.json().text()).contains("Kontrollansvarig: Eva Ek");
    }

    @Test
    void refusesWhatTheLifecycleForbids() throws IOException, InterruptedException {
        JsonTree before = http.akt(diarienr);

        assertThat(http.act(karin, id, "{\"action\": \"close\"}").statusCode()).isEqualTo(409);

        assertThat(http.akt(diarienr)).isEqualTo(before);
    }

    @Test
    void hidesWhatTheOfficerMayNotSee() throws IOException, InterruptedException {
        assertThat(http.kontrollansvarig("BN 2020-000001", "Eva Ek")).isEqualTo(404);
    }

    @Test
    void findsANumberAsOfficersWriteIt() throws IOException, InterruptedException {
        String written = diarienr.replaceFirst("-0+", "-");
        HttpResponse<String> found =
                http.post(karin, "/cases/searches", Optional.empty(), "{\"registryNumber\": \"" + written + "\"}");

        assertThat(Http.json(found).items("items")).as(found.body()).hasSize(1);
    }
}
