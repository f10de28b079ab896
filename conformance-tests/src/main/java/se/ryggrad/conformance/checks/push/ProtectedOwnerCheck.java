package se.ryggrad.conformance.checks.push;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.Represented;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks that the index keeps nothing of somebody whose personal data is protected. */
@ConformanceCheck
class ProtectedOwnerCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;
    private static final String SECRECY = "sekretessmarkering";
    private static final String REGISTRATION = "skyddad-folkbokforing";

    private static void expectRefused(Answer answer) {
        answer.hint("The registry of persons names a protection of the owner.")
                .expectProblem(422, "validation")
                .expectErrors("/owner unknown-value");
    }

    @Requirement("MINA-048")
    @Test
    void mina048_takesNothingOfTheProtected(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        for (String protection : List.of(SECRECY, REGISTRATION, "framtida-skydd")) {
            Person person = people.person();
            people.protects(person, protection);
            String item = PushingSource.newItem();
            expectRefused(pushing.push(item, Push.of(person)));
            people.frees(person);
            index.visitor(person).read().expectAnswered(SOURCE);
            pushing.push(item, Push.of(person)).expect(204);
            index.visitor(person).read().expectAnswered(SOURCE, item);
        }
    }

    @Requirement("MINA-048")
    @Test
    void mina048_erasesAllOfThem(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        PushingSource posting = index.posting();
        Person person = people.person();
        Push push = Push.of(person);
        String item = pushing.takes(push.version(5));
        String posted = posting.takes(push.version(5));
        String others = pushing.takes(Push.of(people.person()).version(5));
        people.protects(person, REGISTRATION);
        expectRefused(pushing.push(PushingSource.newItem(), push));
        people.frees(person);
        index.visitor(person).read().expectAnswered(SOURCE).expectAnswered(PlayedSource.POSTING);
        pushing.push(item, push).hint("Its version was erased.").expect(204);
        posting.push(posted, push).hint("Its version was erased.").expect(204);
        pushing.push(others, push).expectProblem(409, "state-conflict");
    }

    @Requirement("MINA-048")
    @Test
    void mina048_erasesThemAtAnOverviewToo(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push push = Push.of(person);
        String item = pushing.takes(push.version(5));
        people.protects(person, SECRECY);
        index.visitor(person).read();
        people.frees(person);
        index.visitor(person).read().expectAnswered(SOURCE);
        pushing.push(item, push).hint("Its version was erased.").expect(204);
    }

    @Requirement("MINA-048")
    @Test
    void mina048_asksBeforeItCompares(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Push push = Push.of(person);
        String item = pushing.takes(push.version(5));
        people.asked(person, Conduct.FAILS);
        pushing.pushing(item, push.body()).once().expectProblem(503, "unavailable");
        pushing.push(item, push.with("assurance", "loa3"))
                .expectProblem(422, "validation")
                .expectErrors("/assurance unknown-value");
        people.asked(person, Conduct.ANSWERS);
        pushing.push(item, push).expectProblem(409, "state-conflict");
        people.protects(person, SECRECY);
        pushing.push(item, push.version(0)).expectProblem(422, "validation").expectErrors("/version minimum");
        expectRefused(pushing.push(item, push));
    }

    @Requirement("MINA-048")
    @Test
    void mina048_changesNothingWithoutAnAnswer(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        for (Conduct conduct : List.of(
                Conduct.FAILS, Conduct.DENIES, Conduct.BREAKS_OFF, Conduct.SPEAKS_OTHERWISE, Conduct.LEADS_AWAY)) {
            Person person = people.person();
            String item = pushing.takes(Push.of(person));
            Push next = Push.of(person).version(2).titled("Obesvarad");
            people.asked(person, conduct);
            pushing.pushing(item, next.body())
                    .once()
                    .hint("The registry of persons " + conduct)
                    .expectProblem(503, "unavailable");
            people.asked(person, Conduct.ANSWERS);
            index.visitor(person)
                    .read()
                    .expectAnswered(SOURCE, item)
                    .item(SOURCE, item)
                    .at("/title/en")
                    .isNot("Obesvarad in English");
            pushing.push(item, next.titled("Besvarad")).expect(204);
        }
    }

    @Requirement("MINA-048")
    @Test
    void mina048_asksAboutTheOwner(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        Person next = people.person();
        String item = pushing.takes(Push.of(person));
        expectAsked(people, person);
        pushing.takes(item, Push.of(next).version(2));
        expectAsked(people, next);
        people.protects(person, SECRECY);
        pushing.push(item, Push.of(next).version(3)).expect(204);
        Represented company = people.organisation();
        people.registry().persons().does(company.value(), Conduct.FAILS);
        pushing.push(PushingSource.newItem(), Push.of(company)).expect(204);
    }

    private static void expectAsked(People people, Person person) {
        if (people.registry().persons().lookups(person.number().digits()).isEmpty()) {
            throw ConformanceFailure.of("a question to the registry of persons about the owner", "none");
        }
    }
}
