package se.ryggrad.conformance.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.representation.Representation;
import tools.jackson.databind.JsonNode;

/** Examines whether the system takes the suite's people for who they are: logged in, in their groups, in their reach. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> BOTH = Set.of(Office.A.authority(), Office.B.authority());

    private final RunContext run;

    Readiness(RunContext run) {
        this.run = run;
    }

    /** Examines a person, an officer and both systems. */
    void examine() {
        People people = run.people();
        expectKind(
                "person",
                me(people.person(), people.issuers().person()),
                people.issuers().person());
        officer(people.officer(), people.issuers().officer());
        system(people.system("events:read"), people.issuers().system(), BOTH);
        system(people.systemOfB("events:read"), people.issuers().system(), Set.of(Office.B.authority()));
    }

    /** Examines that the system asks the suite's registry: what it names of somebody stands in that person's list. */
    void registry() {
        People people = run.people();
        Person person = people.person();
        Representation entry = Representation.of(people.organisation());
        people.represents(person, entry);
        Answer answer = run.http().get("/me/representations").as(person).once();
        boolean listed = answer.status() == 200
                && answer.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("name").asString("").equals(entry.name()));
        if (!listed) {
            Slot slot = people.issuers();
            throw Obstacle.of(
                    "trouble.registry",
                    Blame.CONFIGURATION,
                    answer.status(),
                    slot.registry().url(),
                    Stream.of(slot.person(), slot.otherPerson(), slot.officer(), slot.system())
                            .map(Issuer::url)
                            .collect(Collectors.joining(",")));
        }
    }

    /** Examines that the authorities and units are there that the suite's officers work in. */
    void offices() {
        JsonNode authorities = run.target().capabilities().path("authorities");
        for (Office office : List.of(Office.A, Office.A2, Office.B)) {
            JsonNode found = authorities
                    .valueStream()
                    .filter(named(office.authority()))
                    .findFirst()
                    .orElseThrow(() -> Obstacle.of("trouble.authority", Blame.CONFIGURATION, office.authority()));
            if (found.has("units") && found.path("units").valueStream().noneMatch(named(office.unit()))) {
                throw Obstacle.of("trouble.unit", Blame.CONFIGURATION, office.authority(), office.unit());
            }
        }
    }

    private static Predicate<JsonNode> named(String id) {
        return node -> node.path("id").asString("").equals(id);
    }

    private void officer(Officer officer, Issuer issuer) {
        JsonNode me = me(officer, issuer);
        expectKind("officer", me, issuer);
        Set<String> told = me.path("groups")
                .valueStream()
                .map(g ->
                        g.path("group").asString("") + "@" + g.path("authority").asString(""))
                .collect(Collectors.toSet());
        List<String> missing =
                officer.groups().stream().filter(g -> !told.contains(g)).toList();
        if (!missing.isEmpty()) {
            throw Obstacle.of("trouble.groups", Blame.IDENTITY, String.join(", ", missing));
        }
    }

    private void system(SystemClient system, Issuer issuer, Set<String> expected) {
        JsonNode me = me(system, issuer);
        expectKind("system", me, issuer);
        Set<String> reached =
                texts(me.path("authorities")).filter(BOTH::contains).collect(Collectors.toCollection(TreeSet::new));
        if (!reached.equals(expected)) {
            throw Obstacle.of(
                    "trouble.reach",
                    Blame.CONFIGURATION,
                    system.client(),
                    reached.isEmpty() ? "–" : String.join(", ", reached),
                    String.join(",", new TreeSet<>(expected)));
        }
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(node -> node.asString(""));
    }

    private static void expectKind(String kind, JsonNode me, Issuer issuer) {
        String told = me.path("kind").asString("–").toLowerCase(Locale.ROOT);
        if (!told.equals(kind)) {
            throw Obstacle.of("trouble.kind", Blame.IDENTITY, issuer.url(), told, kind);
        }
    }

    private JsonNode me(TestActor actor, Issuer issuer) {
        Answer answer = patiently(actor, issuer);
        if (answer.status() == 401) {
            throw Obstacle.of("trouble.token", Blame.IDENTITY, issuer.url(), issuer.url() + "/jwks.json");
        }
        if (answer.status() != 200) {
            throw Obstacle.of("trouble.me", Blame.SYSTEM, answer.status(), issuer.url());
        }
        return answer.json();
    }

    /** Asks again while the system has fetched the keys and may not have taken them up yet. */
    private Answer patiently(Credential actor, Issuer issuer) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = ask(actor);
        while (answer.status() == 401
                && System.nanoTime() < end
                && !issuer.fetches().isEmpty()) {
            Pause.brief();
            answer = ask(actor);
        }
        return answer;
    }

    private Answer ask(Credential actor) {
        return run.http().get("/me").as(actor).send();
    }
}
