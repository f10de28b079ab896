package se.ryggrad.conformance.checks.cases;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a form is judged by its schema and by nothing else, and that each fault is named at its place. */
@ConformanceCheck
class FormCheck {

    @Requirement("CASE-003")
    @Test
    void case003_namesEachBreachOfASingleMember(Cases cases, People people) {
        Person person = people.person();
        refused(cases, person, Json.object(), "/form/subject required");
        refused(cases, person, Json.object("subject", ""), "/form/subject min-length");
        refused(cases, person, Json.object("subject", "x".repeat(201)), "/form/subject max-length");
        refused(cases, person, Json.object("subject", 5), "/form/subject type");
        refused(cases, person, Json.object("subject", Json.read("null")), "/form/subject type");
        refused(cases, person, with("amount", 0), "/form/amount exclusive-minimum");
        refused(cases, person, with("amount", "1"), "/form/amount type");
        refused(cases, person, with("quantity", 0), "/form/quantity minimum");
        refused(cases, person, with("quantity", 11), "/form/quantity maximum");
        refused(cases, person, with("quantity", 1.5), "/form/quantity type");
        refused(cases, person, with("measure", "old"), "/form/measure enum");
    }

    @Requirement("CASE-003")
    @Test
    void case003_namesBreachesOfConditionsAndLists(Cases cases, People people) {
        Person person = people.person();
        refused(cases, person, with("measure", "other"), "/form/otherMeasure required");
        JsonNode contact = Json.object("name", "A");
        refused(
                cases,
                person,
                with("contacts", Json.array(contact, contact, contact, contact)),
                "/form/contacts max-items");
        JsonNode nameless = Json.array(contact, Json.object("phone", "+46701740605"));
        refused(cases, person, with("contacts", nameless), "/form/contacts/1/name required");
        refused(cases, person, with("contacts", Json.object()), "/form/contacts type");
        refused(cases, person, with("contacts", Json.array("A")), "/form/contacts/0 type");
    }

    @Requirement("CASE-003")
    @Test
    void case003_namesAllBreachesAtOnce(Cases cases, People people) {
        JsonNode form = Json.object(
                "amount", -1, "contacts", Json.array(Json.object("name", "")), "measure", "other", "quantity", 0);
        refused(
                cases,
                people.person(),
                form,
                "/form/amount exclusive-minimum",
                "/form/contacts/0/name min-length",
                "/form/otherMeasure required",
                "/form/quantity minimum",
                "/form/subject required");
    }

    @Requirement("CASE-003")
    @Test
    void case003_takesWhatLiesJustWithin(Cases cases, People people) {
        JsonNode contact = Json.object("name", "A");
        List<JsonNode> good = List.of(
                Json.object("subject", "x"),
                Json.object("subject", "🏠".repeat(200)),
                with("amount", 0.000001),
                with("quantity", 1),
                with("quantity", Json.read("10.0")),
                with("measure", "new"),
                with("otherMeasure", "Utan att behövas"),
                with("contacts", Json.array()),
                with("contacts", Json.array(contact, contact, contact)));
        for (JsonNode form : good) {
            cases.send(people.person(), Bodies.newCase(Services.PLAIN, form))
                    .hint("The form meets its schema: " + Json.write(form))
                    .expect(201);
        }
    }

    @Requirement("CASE-004")
    @Test
    void case004_namesUnknownMembers(Cases cases, People people) {
        Person person = people.person();
        refused(cases, person, with("colour", "röd"), "/form/colour unknown-member");
        refused(cases, person, with("a/b~c", 1), "/form/a~1b~0c unknown-member");
        JsonNode contacts = Json.array(Json.object("name", "A", "mail", "x"));
        refused(cases, person, with("contacts", contacts), "/form/contacts/0/mail unknown-member");
    }

    @Requirement("CASE-006")
    @Test
    void case006_namesAnUnknownService(Cases cases, People people) {
        JsonNode unknown = Json.object(
                "service", Json.object("id", "conformance-unknown"), "form", Json.object("subject", "Ämne"));
        cases.send(people.person(), unknown).expectProblem(422, "validation").expectErrors("/service/id unknown-value");
        ObjectNode version = Bodies.newCase(Services.PLAIN, "Ämne");
        version.set("service", Json.object("id", Services.PLAIN.id(), "version", "987.0.0"));
        cases.send(people.person(), version)
                .expectProblem(422, "validation")
                .expectErrors("/service/version unknown-value");
        version.set("service", Json.object("id", Services.PLAIN.id(), "version", "1.0.0"));
        cases.send(people.person(), version).expect(201).at("/service/version").is("1.0.0");
    }

    private static ObjectNode with(String member, Object value) {
        return Json.object("subject", "Ämne", member, value);
    }

    private static void refused(Cases cases, Person person, JsonNode form, String... errors) {
        cases.send(person, Bodies.newCase(Services.PLAIN, form))
                .hint("The form: " + shortened(Json.write(form)))
                .expectProblem(422, "validation")
                .expectErrors(errors);
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
