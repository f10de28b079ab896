package se.ryggrad.core.contract.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what holds for the principals of every system. */
public abstract class PrincipalsContract {

    /** Returns the principals under test: two at least, with their authorities. */
    protected abstract Principals principals();

    @Holds("CORE-048")
    final void findsEachThatItNames() {
        List<Principal> all = principals().all();

        assertThat(all)
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(principals().find(each.id())).contains(each));
        assertThat(principals().all()).isEqualTo(all);
    }

    @Holds({"CORE-008", "ID-030"})
    final void findsNoOther() {
        PrincipalId unknown = new PrincipalId("not-a-principal");
        assertThat(principals().all()).extracting(Principal::id).doesNotContain(unknown);

        assertThat(principals().find(unknown)).isEmpty();
    }

    @Holds({"ID-006", "ID-030"})
    final void givesEachABaseUrlOfItsOwn() {
        List<Principal> all = principals().all();

        assertThat(all).extracting(Principal::id).doesNotHaveDuplicates();
        assertThat(all).extracting(Principal::baseUrl).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(each -> {
            assertThat(each.baseUrl()).hasNoQuery().hasNoFragment();
            assertThat(each.baseUrl().isAbsolute()).isTrue();
            assertThat(each.baseUrl().getPath()).endsWith("/" + each.id().value() + "/v1");
        });
    }

    @Holds({"CORE-048", "CAT-006"})
    final void namesEachAuthorityOfAPrincipalOnce() {
        assertThat(principals().all()).allSatisfy(each -> {
            assertThat(each.authorities()).isNotEmpty();
            assertThat(each.authorities()).extracting(Authority::id).doesNotHaveDuplicates();
        });
    }
}
