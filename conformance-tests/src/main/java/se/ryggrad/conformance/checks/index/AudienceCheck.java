package se.ryggrad.conformance.checks.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.portal.Overview;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.JsonNode;

/** Checks to whom an item is shown. */
@ConformanceCheck
class AudienceCheck {

    private static final PlayedSource SOURCE = PlayedSource.PUSHING;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final List<String> KINDS =
            List.of("guardian", "power-of-attorney", "god-man", "forvaltare", "framtidsfullmakt");

    @Requirement("MINA-046")
    @Test
    void mina046_isForTheOwnerAlone(People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Proxy proxy = representatives.of(owner);
        String bare = pushing.takes(Push.of(owner));
        String empty = pushing.takes(Push.of(owner).with("representatives", List.of()));
        index.visitor(owner).read().expectShown(SOURCE, new TreeSet<>(List.of(bare, empty)));
        expectSeen(index, proxy);
        index.visitor(proxy.person()).read().expectAnswered(SOURCE);
        index.visitor(people.person()).read().expectAnswered(SOURCE);
    }

    @Requirement("MINA-046")
    @Test
    void mina046_isForThoseWhoRepresentTheOwnerByAKind(
            People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Represented registered = people.registered(owner);
        Push all = Push.of(owner);
        Set<String> items = new TreeSet<>(Set.of(pushing.takes(all)));
        for (String kind : KINDS) {
            all = all.to(kind);
        }
        String common = pushing.takes(all);
        items.add(common);
        for (String kind : KINDS) {
            String item = pushing.takes(Push.of(owner).to(kind));
            items.add(item);
            expectSeen(index, representatives.by(Representation.of(kind, registered)), item, common);
        }
        index.visitor(owner).read().expectShown(SOURCE, items);
    }

    private static void expectSeen(OverviewIndex index, Proxy proxy, String... items) {
        index.visitor(proxy.person()).as(proxy).read().expectShown(SOURCE, new TreeSet<>(List.of(items)));
    }

    @Requirement("MINA-046")
    @Test
    void mina046_isOfNobodyElseThanTheOwner(People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Proxy proxy = representatives.of(people.person());
        Person owner = people.person();
        String own = pushing.takes(Push.of(proxy.person()).to("power-of-attorney"));
        String others = pushing.takes(Push.of(owner).to("power-of-attorney"));
        expectSeen(index, proxy);
        index.visitor(proxy.person()).read().expectAnswered(SOURCE, own);
        index.visitor(owner).read().expectAnswered(SOURCE, others);
        expectSeen(index, representatives.of(owner), others);
    }

    @Requirement("MINA-046")
    @Test
    void mina046_isForThoseWhoRepresentAnOrganisation(
            People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Represented company = people.organisation();
        Proxy signatory = representatives.by(Representation.of("signatory", company));
        Proxy attorney = representatives.by(Representation.of(company));
        pushing.takes(Push.of(company));
        String signed = pushing.takes(Push.of(company).to("signatory"));
        String both = pushing.takes(Push.of(company).to("signatory").to("power-of-attorney"));
        expectSeen(index, signatory, signed, both);
        expectSeen(index, attorney, both);
        index.visitor(signatory.person()).read().expectAnswered(SOURCE);
        expectSeen(index, representatives.by(Representation.of("signatory", people.organisation())));
    }

    @Requirement("MINA-046")
    @Test
    void mina046_isForThemThroughTheDayOfUntil(People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Proxy guardian = representatives.by(Representation.of("guardian", people.registered(owner)));
        LocalDate today = LocalDate.now(SWEDEN);
        pushing.takes(Push.of(owner).to("guardian", today.minusDays(1)).to("god-man", today.plusDays(9)));
        pushing.takes(Push.of(owner).to("guardian", LocalDate.of(2020, 2, 29)));
        String last = pushing.takes(Push.of(owner).to("guardian", today).to("god-man", today.minusDays(9)));
        String more = pushing.takes(Push.of(owner).to("guardian", today.plusDays(1)));
        Overview seen = index.visitor(guardian.person()).as(guardian).read();
        if (LocalDate.now(SWEDEN).equals(today)) {
            seen.expectShown(SOURCE, new TreeSet<>(List.of(last, more)));
        }
        index.visitor(owner).read().source(SOURCE).at("/count").is(4);
    }

    @Requirement("MINA-047")
    @Test
    void mina047_isShownFromALevelOn(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        String none = pushing.takes(Push.of(owner));
        Map<String, Integer> items = new HashMap<>();
        for (JsonNode level : levels()) {
            Push push = Push.of(owner).with("assurance", level.path("uri"));
            items.put(pushing.takes(push), level.path("rank").asInt());
        }
        for (JsonNode level : levels()) {
            int rank = level.path("rank").asInt();
            Set<String> seen = new TreeSet<>(Set.of(none));
            items.forEach((item, least) -> {
                if (least <= rank) {
                    seen.add(item);
                }
            });
            Person person = owner.at(level.path("uri").asString());
            index.visitor(person).read().expectShown(SOURCE, seen);
        }
    }

    private static Collection<JsonNode> levels() {
        return Contract.file("assurance-levels.json").path("levels").values();
    }

    @Requirement("MINA-047")
    @Test
    void mina047_letsNoUnknownLevelSuffice(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        String none = pushing.takes(Push.of(owner));
        String low = pushing.takes(Push.of(owner).from(Assurance.LOA1));
        index.visitor(owner).read().expectShown(SOURCE, new TreeSet<>(List.of(none, low)));
        for (String level : List.of("http://id.elegnamnden.se/loa/1.0/loa5", "loa4", Assurance.LOA4.uri() + "/")) {
            index.visitor(owner.at(level)).read().expectAnswered(SOURCE, none);
        }
    }

    @Requirement("MINA-047")
    @Test
    void mina047_goesByTheLevelOfWhoeverRepresents(
            People people, OverviewIndex index, Representatives representatives) {
        PushingSource pushing = index.pushing();
        Person owner = people.person();
        Proxy proxy = representatives.of(owner);
        Push push = Push.of(owner).to("power-of-attorney");
        String none = pushing.takes(push);
        String high = pushing.takes(push.from(Assurance.LOA4));
        expectSeen(index, proxy, none);
        expectSeen(index, new Proxy(proxy.person().at(Assurance.LOA4), proxy.id()), none, high);
    }
}
