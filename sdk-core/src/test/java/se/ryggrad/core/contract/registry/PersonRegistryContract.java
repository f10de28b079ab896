package se.ryggrad.core.contract.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every registry answers about who is protected, and that it answers nothing else when it cannot. */
public abstract class PersonRegistryContract {

    private static final Identity ANNA = People.identity(People.ANNA);
    private static final Identity BERTIL = People.identity(People.BERTIL);
    private static final Identity CHILD = People.identity("201503149823");

    /** Returns the registry under test. */
    protected abstract PersonRegistry registry();

    /** Returns an issuer for whose people it answers. */
    protected abstract String issuer();

    /** Lets what lies behind it hold these protections alone from now on, among other people who have none. */
    protected abstract void hold(Map<Identity, Protection> held);

    /** Lets what lies behind it answer nothing from now on. */
    protected abstract void fallSilent();

    @Holds("ID-056")
    final void answersForThePeopleOfItsIssuersAlone() {
        assertThat(registry().knows(issuer())).isTrue();
        assertThat(registry().knows(issuer() + "/other")).isFalse();
    }

    @Holds({"ID-056", "ID-063"})
    final void namesTheProtectionOfEachWhoHasOne() {
        Map<Identity, Protection> held =
                Map.of(ANNA, Protection.SEKRETESSMARKERING, CHILD, Protection.SKYDDAD_FOLKBOKFORING);
        hold(held);

        assertThat(search(ANNA, BERTIL, CHILD)).isEqualTo(held);
        assertThat(search(BERTIL)).isEmpty();
    }

    @Holds("ID-056")
    final void namesNobodyWhoIsNotAskedAbout() {
        hold(Map.of(ANNA, Protection.SEKRETESSMARKERING, CHILD, Protection.FINGERADE_PERSONUPPGIFTER));

        assertThat(search(ANNA)).containsOnlyKeys(ANNA);
        assertThat(search(BERTIL, CHILD)).containsOnlyKeys(CHILD);
    }

    @Holds("ID-065")
    final void namesAProtectionOfAKindThatTheStandardDoesNotKnow() {
        Protection other = new Protection("vittnesskydd");
        hold(Map.of(ANNA, other));

        assertThat(search(ANNA, BERTIL)).isEqualTo(Map.of(ANNA, other));
    }

    @Holds("ID-056")
    final void neverAnswersWhatItAnsweredBefore() {
        hold(Map.of(ANNA, Protection.SEKRETESSMARKERING));
        assertThat(search(ANNA, BERTIL)).containsOnlyKeys(ANNA);

        hold(Map.of(BERTIL, Protection.SEKRETESSMARKERING));
        assertThat(search(ANNA, BERTIL)).containsOnlyKeys(BERTIL);
        hold(Map.of(BERTIL, Protection.SKYDDAD_FOLKBOKFORING));

        assertThat(search(ANNA, BERTIL)).isEqualTo(Map.of(BERTIL, Protection.SKYDDAD_FOLKBOKFORING));
    }

    @Holds("ID-062")
    final void saysThatItIsSilentRatherThanThatNobodyIsProtected() {
        hold(Map.of(ANNA, Protection.SEKRETESSMARKERING));
        assertThat(search(ANNA)).hasSize(1);

        fallSilent();

        assertThatThrownBy(() -> search(ANNA, BERTIL))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    private Map<Identity, Protection> search(Identity... persons) {
        String trace = People.nobody().traceparent();
        return registry().search(new PersonInquiry(People.PRINCIPAL, Set.of(persons), issuer(), trace));
    }
}
