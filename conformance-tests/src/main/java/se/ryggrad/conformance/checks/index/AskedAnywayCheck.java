package se.ryggrad.conformance.checks.index;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.source.Acting;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;

/** Checks when a source that pushes is asked, and when not. */
@ConformanceCheck
class AskedAnywayCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;

    @Requirement("MINA-049")
    @Test
    void mina049_asksForTheProtected(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person person = people.person();
        pushing.takes(Push.of(person));
        people.protects(person, "sekretessmarkering");
        Visitor visitor = index.visitor(person)
                .with(SOURCE, PlayedItem.of("asked-1"), PlayedItem.of("asked-2"))
                .with(PlayedSource.POSTING, PlayedItem.of("asked"))
                .with(PlayedSource.STEADY, PlayedItem.of("steady"));
        Overview overview = visitor.read();
        overview.expectAnswered(SOURCE, "asked-1", "asked-2")
                .expectAnswered(PlayedSource.POSTING, "asked")
                .expectAnswered(PlayedSource.STEADY, "steady");
        expectAsked(visitor);
        expectTokenOfItsOwn(visitor);
    }

    private static void expectAsked(Visitor visitor) {
        if (visitor.lookups(SOURCE).isEmpty()) {
            throw ConformanceFailure.of("a call to " + SOURCE.word(), "none");
        }
    }

    private static void expectTokenOfItsOwn(Visitor visitor) {
        if (visitor.exchanges(SOURCE).isEmpty()) {
            throw ConformanceFailure.of("an exchange of the token for one of " + SOURCE.word(), "none");
        }
    }

    @Requirement("MINA-049")
    @Test
    void mina049_judgesTheAnswerAsThatOfOthers(People people, OverviewIndex index) {
        index.freshen();
        for (Behaviour behaviour : List.of(Behaviour.FAILS, Behaviour.SPEAKS_OTHERWISE)) {
            expectState(people, index, behaviour, "failed");
        }
        expectState(people, index, Behaviour.REFUSES, "denied");
    }

    private static void expectState(People people, OverviewIndex index, Behaviour behaviour, String state) {
        Person person = people.person();
        people.protects(person, "skyddad-folkbokforing");
        Plan good = Plan.of(PlayedItem.of("asked"));
        Visitor visitor = index.visitor(person).with(PlayedSource.POSTING, good.but(behaviour));
        visitor.read().expectNothing(PlayedSource.POSTING, state);
        visitor.with(PlayedSource.POSTING, good).read().expectAnswered(PlayedSource.POSTING, "asked");
    }

    @Requirement("MINA-049")
    @Test
    void mina049_asksWhereCertainServicesAreRepresented(
            People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Representation whole = Representation.of(people.registered(owner));
        String item = pushing.takes(Push.of(owner).to("power-of-attorney"));
        Proxy everything = representatives.by(whole);
        index.visitor(everything.person()).as(everything).read().expectItems(SOURCE, item);
        Proxy some = representatives.by(whole.with("services", List.of(Services.REPRESENTED.id())));
        Visitor visitor = index.visitor(some.person()).as(some);
        Plan plan = Plan.of(PlayedItem.of("own"))
                .acting(new Acting("there", List.of("read"), List.of(PlayedItem.of("theirs"))));
        visitor.with(SOURCE, plan).read().expectAnswered(SOURCE, "theirs");
        expectAsked(visitor);
        index.visitor(owner).read().expectAnswered(SOURCE, item);
    }

    @Requirement("MINA-049")
    @Test
    void mina049_goesByTheOneWhoIsRepresented(People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Proxy proxy = representatives.of(owner);
        String item = pushing.takes(Push.of(owner).to("power-of-attorney"));
        people.protects(proxy.person(), "sekretessmarkering");
        Visitor visitor = index.visitor(proxy.person()).as(proxy);
        visitor.read().expectAnswered(SOURCE, item);
        people.protects(owner, "sekretessmarkering");
        Plan plan = Plan.of().acting(new Acting("there", List.of("read"), List.of(PlayedItem.of("theirs"))));
        visitor.with(SOURCE, plan).read().expectAnswered(SOURCE, "theirs");
    }

    @Requirement("MINA-050")
    @Test
    void mina050_doesNotAskOtherwise(People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Proxy proxy = representatives.of(people.person());
        Person person = proxy.person();
        String item = pushing.takes(Push.of(person));
        Visitor visitor = index.visitor(person)
                .with(SOURCE, PlayedItem.of("asked"))
                .with(PlayedSource.STEADY, PlayedItem.of("steady"));
        Overview overview = visitor.read();
        overview.expectAnswered(SOURCE, item).expectAnswered(PlayedSource.STEADY, "steady");
        visitor.as(proxy).read().expectAnswered(SOURCE);
        people.asked(person, Conduct.FAILS);
        visitor.read();
        expectNotAsked(visitor, SOURCE);
        expectNotAsked(visitor, PlayedSource.POSTING);
    }

    @Requirement("MINA-050")
    @Test
    void mina050_doesNotAskWhoIsLate(Http http, People people, OverviewIndex index) {
        index.freshen();
        Visitor visitor = Visitor.amongBadSources(http, people).with(PlayedSource.STEADY, PlayedItem.of("steady"));
        visitor.read().expectAnswered(PlayedSource.STEADY, "steady");
        for (PlayedSource late : List.of(PlayedSource.AGED, PlayedSource.OUTDATED, PlayedSource.MUTE)) {
            expectNotAsked(visitor, late);
        }
    }

    private static void expectNotAsked(Visitor visitor, PlayedSource source) {
        int calls = visitor.lookups(source).size();
        int exchanges = visitor.exchanges(source).size();
        if (calls + exchanges > 0) {
            throw ConformanceFailure.of(
                    "no call to " + source.word() + " and no exchange for it", calls + " and " + exchanges);
        }
    }
}
