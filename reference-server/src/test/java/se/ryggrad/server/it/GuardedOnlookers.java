package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers those who could read a case in which a child's personal data is protected. */
final class GuardedOnlookers {
    /** The protected child. */
    static final String CHILD = "201503149823";

    private static final String GUARDIAN = "199001019802";
    private static final String AUTHORITY = "@conformance-a";
    private static final String CLEARED = "protected-identity";
    private static final List<String> HANDLING = List.of("case-officer", "unit:unit-a");

    private final ServerProcess server;
    private final Path data;

    GuardedOnlookers(ServerProcess server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Begins the case, which somebody else applies in, with a document and a memo. */
    CaseAddresses begin() throws IOException, ParseException {
        Client applicant = applicant();
        String document = id(applicant.upload());
        String path = "/cases/" + id(applicant.post("/cases", submission(document)));
        String memo = id(cleared("olga", HANDLING).act(path, "{\"action\":\"memo\",\"text\":\"Ring.\"}"));
        return new CaseAddresses(path.substring("/cases/".length()), document, memo);
    }

    /** Returns everybody. */
    List<Onlooker> all() throws IOException, ParseException {
        Client guardian = Client.personOf(GUARDIAN, server, data);
        return Stream.of(
                        List.of(
                                related("the protected person", Client.personOf(CHILD, server, data)),
                                related(
                                        "who acts for the protected person, as guardian",
                                        guardian.by(Onlookers.id(guardian, "guardian"))),
                                related("another party", applicant())),
                        pair("an officer of the unit", HANDLING),
                        pair("a registrar", List.of("registrar")),
                        pair("an archivist", List.of("archivist")),
                        pair("the contact centre", List.of("contact-centre")),
                        List.of(
                                stranger("`protected-identity` alone", cleared("pia", List.of())),
                                related("a system with `cases:read`", Client.system(server, data, "cases:read"))))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns somebody who is not in the group and somebody who is. */
    private List<Onlooker> pair(String relation, List<String> groups) {
        return List.of(
                stranger(relation, colleague("out" + groups.get(0), groups)),
                related(relation + " in `protected-identity`", cleared("in" + groups.get(0), groups)));
    }

    private Client applicant() {
        return Client.person(server, data);
    }

    private Client cleared(String subject, List<String> groups) {
        return colleague(
                subject, Stream.concat(groups.stream(), Stream.of(CLEARED)).toList());
    }

    private Client colleague(String subject, List<String> groups) {
        String[] all = groups.stream().map(group -> group + AUTHORITY).toArray(String[]::new);
        return Client.colleague(subject, server, data, all);
    }

    private static String submission(String document) {
        return JSONObjectUtils.toJSONString(Map.of(
                "service", Map.of("id", "conformance-contact"),
                "form", Map.of("subject", "Prov"),
                "documents", List.of(Map.of("id", document, "kind", "any", "name", "bilaga.pdf")),
                "parties",
                        List.of(Map.of(
                                "role",
                                "co-applicant",
                                "identity",
                                Map.of("scheme", "personnummer", "value", CHILD)))));
    }

    private static Onlooker related(String relation, Client client) {
        return new Onlooker(relation, false, client);
    }

    private static Onlooker stranger(String relation, Client client) {
        return new Onlooker(relation, true, client);
    }

    private static String id(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "id");
    }
}
