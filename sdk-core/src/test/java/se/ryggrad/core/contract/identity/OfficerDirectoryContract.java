package se.ryggrad.core.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.Together;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every directory knows of the officers that cases can be assigned to. */
public abstract class OfficerDirectoryContract {

    private static final PrincipalId ELSEWHERE = new PrincipalId("2582");
    private static final String[] UNIT = {"case-officer@conformance-a", "unit:unit-a@conformance-a"};

    /** Returns the directory under test; it knows nobody at the beginning of each test, and is the same within one. */
    protected abstract OfficerDirectory directory();

    @Holds("HAND-010")
    final void knowsWhoeverHasSignedIn() {
        Actor.Officer karin = officer("Karin Ek", UNIT);
        Actor.Officer known = (Actor.Officer)
                People.officer("Bo Ek", Optional.of(People.identity(People.BERTIL)), "registrar@conformance-a")
                        .actor();
        List.of(karin, known).forEach(this::seen);

        assertThat(found(karin.id())).contains(lasting(karin));
        assertThat(found(known.id())).contains(lasting(known));
    }

    @Holds("HAND-010")
    final void knowsNobodyElse() {
        Actor.Officer karin = officer("Karin Ek", UNIT);

        assertThat(found(karin.id())).isEmpty();
        seen(officer("Bo Ek", UNIT));
        assertThat(found(karin.id())).isEmpty();
    }

    @Holds({"HAND-010", "HAND-039", "ID-064"})
    final void goesByTheGroupsOfTheLatestToken() {
        Actor.Officer more = officer("Karin Ek", UNIT[0], UNIT[1], "protected-identity@conformance-a");
        Actor.Officer other = officer("Karin Ek", "registrar@conformance-a");
        for (Actor.Officer now : List.of(officer("Karin Ek", UNIT), more, other, other, more, officer("Karin Ek"))) {
            seen(now);

            assertThat(found(now.id())).contains(lasting(now));
        }
    }

    @Holds("ID-030")
    final void keepsThePrincipalsApart() {
        Actor.Officer karin = officer("Karin Ek", UNIT);
        Actor.Officer there = officer("Karin Ek", "registrar@conformance-a");
        seen(karin);
        assertThat(directory().find(ELSEWHERE, karin.id())).isEmpty();

        directory().seen(ELSEWHERE, there);

        assertThat(found(karin.id())).contains(lasting(karin));
        assertThat(directory().find(ELSEWHERE, karin.id()).map(OfficerDirectoryContract::lasting))
                .contains(lasting(there));
    }

    @Holds("HAND-010")
    final void knowsAllWhoSignInAtOnce() {
        List<ActorId> ids = Together.run(8, place -> {
            Actor.Officer officer = officer("Officer " + place / 2, UNIT);
            seen(officer);
            return officer.id();
        });

        assertThat(ids).hasSize(8).allSatisfy(id -> assertThat(found(id)).isPresent());
    }

    private void seen(Actor.Officer officer) {
        directory().seen(People.PRINCIPAL, officer);
    }

    private Optional<Actor.Officer> found(ActorId id) {
        return directory().find(People.PRINCIPAL, id).map(OfficerDirectoryContract::lasting);
    }

    private static Actor.Officer officer(String name, String... groups) {
        return (Actor.Officer) People.officer(name, groups).actor();
    }

    /** Returns what of an officer lasts: the level of assurance is that of a token. */
    private static Actor.Officer lasting(Actor.Officer officer) {
        return new Actor.Officer(
                officer.id(),
                officer.name(),
                officer.organisation(),
                officer.groups(),
                officer.identity(),
                Optional.empty());
    }
}
