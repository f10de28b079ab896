package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how people say in which way they want to be told. */
@ConformanceCheck
class ContactCheck {

    /** Where it is said. */
    static final String PATH = "/me/contact";

    private static final int LONGEST = 254;

    @Requirement("MSG-033")
    @Test
    void msg033_keepsWhatWasSaidWhole(Http http, People people) {
        Person person = people.person();
        read(http, person).at("").is(Json.object("notices", Json.array()));
        ObjectNode both =
                Json.object("email", people.email(), "phone", people.phone(), "notices", Json.array("sms", "email"));
        for (ObjectNode contact : List.of(
                both,
                Json.object("phone", people.phone(), "notices", Json.array("sms")),
                Json.object("email", people.email(), "phone", people.phone(), "notices", Json.array()),
                Json.object("notices", Json.array()))) {
            Answer kept = put(http, person, contact.deepCopy().put("note", "x")).expect(200);
            Schemas.expect(kept, "contact");
            expectSame(kept, contact);
            expectSame(read(http, person), contact);
        }
        read(http, people.person()).at("").is(Json.object("notices", Json.array()));
    }

    private static void expectSame(Answer answer, ObjectNode contact) {
        List<String> members = List.copyOf(contact.propertyNames());
        for (String member : List.of("email", "phone")) {
            if (members.contains(member)) {
                answer.at("/" + member).is(contact.path(member));
            } else {
                answer.at("/" + member).isMissing();
            }
        }
        List<String> notices = answer.at("/notices").texts().stream().sorted().toList();
        List<String> wanted = contact.path("notices")
                .valueStream()
                .map(each -> each.asString(""))
                .sorted()
                .toList();
        if (!notices.equals(wanted)) {
            answer.at("/notices").fail(wanted.toString());
        }
        answer.at("").satisfies("no other members", node -> node.size() == contact.size());
    }

    @Requirement("MSG-033")
    @Test
    void msg033_isOfThePersonHoweverTheyLogIn(Http http, People people, Target target) {
        Person person = people.person();
        String phone = people.phone();
        put(http, person, Json.object("phone", phone, "notices", Json.array())).expect(200);
        Issuer second = people.issuers().otherPerson();
        for (Issuer issuer : List.of(people.issuers().person(), second)) {
            if (target.issuers().contains(issuer.url())) {
                String login = person.token()
                        .issuer(issuer)
                        .claim("sub", UUID.randomUUID().toString())
                        .compact();
                http.get(PATH).bearer(login).send().expect(200).at("/phone").is(phone);
            }
        }
    }

    @Requirement("MSG-033")
    @Test
    void msg033_isForThePersonAlone(Http http, People people, Representatives representatives) {
        Person person = people.person();
        String phone = people.phone();
        ObjectNode contact = Json.object("phone", phone, "notices", Json.array("sms"));
        put(http, person, contact).expect(200);
        for (Credential other : List.of(
                representatives.of(person),
                people.officer(),
                people.officer().who(person),
                people.registrar(),
                people.system("messages:send", "receipts:write"))) {
            http.get(PATH).as(other).send().expectProblem(403, "forbidden");
            put(http, other, Json.object("notices", Json.array())).expectProblem(403, "forbidden");
        }
        read(http, person).at("/phone").is(phone);
    }

    @Requirement("MSG-034")
    @Test
    void msg034_knowsPhoneNumbersAndAddresses(Http http, People people) {
        Person person = people.person();
        String phone = people.phone();
        for (String good : List.of(phone, phone.substring(0, 8), phone + "0000")) {
            put(http, person, Json.object("phone", good, "notices", Json.array()))
                    .hint("A phone number in E.164: " + good)
                    .expect(200);
        }
        for (String bad : List.of(
                phone.substring(0, 7),
                phone + "00000",
                phone.substring(1),
                "0" + phone.substring(3),
                "00" + phone.substring(1),
                "+46 70 174 06 05",
                "+46-701740605",
                phone + "x",
                "+46(0)701740605",
                "")) {
            expectFault(http, person, Json.object("phone", bad, "notices", Json.array()), "/phone format");
        }
        for (String good : List.of(people.email(), "prov+lapp@post.example.se", longest(0))) {
            put(http, person, Json.object("email", good, "notices", Json.array()))
                    .hint("An address of " + good.length() + " characters.")
                    .expect(200);
        }
        for (String bad : List.of(
                "prov",
                "@example.se",
                "prov@",
                "prov prov@example.se",
                "a@b@example.se",
                "prov\r\nBcc:b@example.se",
                "prov\u0001b@example.se",
                "prov\u0085b@example.se",
                "prov,b@example.se",
                "prov;b@example.se",
                "prov<b@example.se",
                "prov>b@example.se",
                longest(1))) {
            expectFault(http, person, Json.object("email", bad, "notices", Json.array()), "/email format");
        }
    }

    /** Returns an address of the greatest length, or longer, whose parts are all short enough. */
    private static String longest(int more) {
        String start = "p".repeat(64) + "@" + "r".repeat(63) + "." + "o".repeat(63) + ".";
        String end = ".example.se";
        return start + "v".repeat(LONGEST - start.length() - end.length() + more) + end;
    }

    @Requirement("MSG-034")
    @Test
    void msg034_asksWhereToTell(Http http, People people) {
        Person person = people.person();
        String phone = people.phone();
        String email = people.email();
        JsonNode both = Json.array("sms", "email");
        put(http, person, Json.object("phone", phone, "email", email, "notices", both))
                .expect(200);
        expectFault(
                http,
                person,
                Json.object("phone", phone, "notices", Json.array("sms", "fax")),
                "/notices/1 unknown-value");
        expectFault(http, person, Json.object("notices", Json.array("SMS")), "/notices/0 unknown-value");
        expectFault(http, person, Json.object("notices", Json.array("sms")), "/phone required");
        expectFault(http, person, Json.object("notices", Json.array("email")), "/email required");
        expectFault(http, person, Json.object("email", email, "notices", both), "/phone required");
        expectFault(http, person, Json.object("phone", phone, "notices", both), "/email required");
        read(http, person).at("/phone").is(phone);
    }

    private static void expectFault(Http http, Person person, JsonNode contact, String fault) {
        put(http, person, contact)
                .hint("This cannot be taken: " + fault)
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }

    private static Answer put(Http http, Credential person, JsonNode contact) {
        return http.put(PATH).as(person).json(contact).send();
    }

    private static Answer read(Http http, Credential person) {
        return http.get(PATH).as(person).send().expect(200);
    }
}
