package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.ryggrad.server.services.TestEngine;

/** Is a building permit with three parties, open requests, a memo and a decision, that everybody tries to get at. */
final class WatchedCase {
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";

    private final Client officer;
    private final CaseAddresses addresses;

    private WatchedCase(Client officer, CaseAddresses addresses) {
        this.officer = officer;
        this.addresses = addresses;
    }

    /** Begins a case that is in progress, with a decision on a part of it. */
    static WatchedCase begin(Onlookers people) throws IOException, ParseException {
        Client applicant = people.applicant();
        Client officer = people.assigned();
        String document = id(applicant.upload());
        String path = "/cases/" + id(applicant.post("/cases", submission(document)));
        String memo = id(officer.act(path, "{\"action\":\"memo\",\"text\":\"Ring.\"}"));
        WatchedCase begun =
                new WatchedCase(officer, new CaseAddresses(path.substring("/cases/".length()), document, memo));
        begun.act(Map.of("action", "assign"));
        begun.ask(Map.of("unit", "tillsyn"));
        begun.ask(Map.of("party", begun.party("applicant")));
        begun.ask(Map.of("party", begun.party("counterparty")));
        begun.decide("partial");
        return begun;
    }

    /** Decides the case. */
    void decide() throws IOException, ParseException {
        decide("final");
    }

    /** Returns where it is asked for. */
    CaseAddresses addresses() {
        return addresses;
    }

    private void decide(String kind) throws IOException, ParseException {
        act(Map.of(
                "action", "decide",
                "kind", kind,
                "outcome", "approved",
                "text", "Bygglov ges.",
                "reasons", Map.of("text", "Åtgärden följer detaljplanen.")));
        Map<String, Object>[] decisions =
                JSONObjectUtils.getJSONObjectArray(parsed(officer.get(addresses.path())), "decisions");
        act(Map.of(
                "action",
                "notify-decision",
                "decision",
                decisions[decisions.length - 1].get("id"),
                "parties",
                List.of(party("applicant"), party("counterparty")),
                "mode",
                "post"));
    }

    private void ask(Map<String, Object> addressee) throws IOException {
        act(Map.of("action", "request", "kind", "information", "addressee", addressee, "text", "Vad menar ni?"));
    }

    private void act(Map<String, Object> body) throws IOException {
        String tag = officer.get(addresses.path()).headers().firstValue("ETag").orElse("\"0\"");
        HttpResponse<String> answer = officer.act(addresses.path(), tag, JSONObjectUtils.toJSONString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String party(String role) throws IOException, ParseException {
        return Arrays.stream(JSONObjectUtils.getJSONObjectArray(parsed(officer.get(addresses.path())), "parties"))
                .filter(party -> role.equals(party.get("role")))
                .map(party -> String.valueOf(party.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static String submission(String document) throws ParseException {
        Map<String, Object> submission =
                JSONObjectUtils.parse(TestEngine.file("bygglov.valid.json").replace(PLACEHOLDER, document));
        submission.put(
                "parties", List.of(named("counterparty", Onlookers.COUNTERPARTY), named("payer", Onlookers.PAYER)));
        return JSONObjectUtils.toJSONString(submission);
    }

    private static Map<String, Object> named(String role, String personnummer) {
        return Map.of("role", role, "identity", Map.of("scheme", "personnummer", "value", personnummer));
    }

    private static String id(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSONObjectUtils.getString(parsed(answer), "id");
    }

    private static Map<String, Object> parsed(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.parse(answer.body());
    }
}
