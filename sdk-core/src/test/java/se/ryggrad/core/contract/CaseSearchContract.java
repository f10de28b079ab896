package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says how every store of cases finds them by party and by number, and keeps secret ones apart. */
public abstract class CaseSearchContract extends StoreContract {

    private static final String FORM = "{\"subject\":\"å\"}";
    private static final Identity ANNAS = People.identity(People.ANNA);
    private static final Identity BERTILS = People.identity(People.BERTIL);
    private static final Sight.Entry ALL = new Sight.Entry.AuthorityCases(People.AUTHORITY);

    @Holds("CASE-096")
    final void findsByAPartyWhateverTheyMaySee() {
        CaseId first = submit();
        world.clock.advance(Duration.ofMillis(1));
        CaseId second = submit();
        CaseId bertils = world.submit(People.person(People.BERTIL), "plain", FORM)
                .shown()
                .id();
        PartyEntry blind = new PartyEntry(Party.Role.PAYER, BERTILS, "Bertil", Optional.of(Set.of()));
        world.act(KARIN, first, new Involving.AddParty(blind));

        assertThat(found(by(ANNAS), ALL)).containsExactly(second, first);
        assertThat(found(by(BERTILS), ALL)).containsExactlyInAnyOrder(first, bertils);
        assertThat(found(by(new Identity(IdentityScheme.PRID, "NO:" + People.ANNA)), ALL))
                .isEmpty();
        Page<Case> page = list(by(ANNAS), sight(ALL), new PageRequest(1, 1, true));
        assertThat(page.total()).hasValue(2);
        assertThat(page.more()).isTrue();
        assertThat(found(by(ANNAS), new Sight.Entry.AuthorityCases(new AuthorityId("conformance-b"))))
                .isEmpty();
    }

    @Holds("CASE-096")
    final void findsNobodyWhoHasEnded() {
        CaseId id = submit();
        PartyId anna = kept(id).parties().get(0).id();
        world.act(KARIN, id, new Involving.EndParty(anna, EndGround.DEATH, Optional.of(TODAY), Optional.empty()));

        assertThat(found(by(ANNAS), ALL)).isEmpty();
    }

    @Holds("CASE-096")
    final void findsByTheWholeNumber() {
        CaseId first = submit();
        CaseId second = submit();
        String number = kept(first).head().registryNumber().orElseThrow();

        assertThat(found(numbered(number), ALL)).containsExactly(first);
        for (String other : List.of(
                number + ' ',
                ' ' + number,
                number.toLowerCase(Locale.ROOT),
                number.substring(1),
                "%",
                "\uD83D\uDE00")) {
            assertThat(found(numbered(other), ALL)).as(other).isEmpty();
        }
        assertThat(found(new CaseQuery.Search(Optional.of(ANNAS), Optional.of(number)), ALL))
                .containsExactly(first);
        assertThat(found(new CaseQuery.Search(Optional.of(BERTILS), Optional.of(number)), ALL))
                .isEmpty();
        assertThat(found(by(ANNAS), ALL)).contains(second);
    }

    @Holds("ID-073")
    final void keepsASecretCaseFromAnOpenSight() {
        CaseId open = submit();
        CaseId secret = world.submit(ANNA, "secret", FORM).shown().id();
        Sight.Entry calls = new Sight.Entry.OpenCases(People.AUTHORITY, false);

        assertThat(found(by(ANNAS), calls)).containsExactly(open);
        assertThat(found(by(ANNAS), ALL)).containsExactlyInAnyOrder(open, secret);
        assertThat(found(by(ANNAS), new Sight.Entry.OpenCases(new AuthorityId("conformance-b"), true)))
                .isEmpty();
        world.act(KARIN, secret, Acts.note("x"));
        world.act(KARIN, open, Acts.note("x"));
        assertThat(found(by(ANNAS), calls)).containsExactly(open);
    }

    @Holds("ID-057")
    final void keepsAProtectedCaseFromAnOpenSightThatIsNotForThem() {
        CaseId id = submit();
        Sight.Entry plain = new Sight.Entry.OpenCases(People.AUTHORITY, false);
        Sight.Entry cleared = new Sight.Entry.OpenCases(People.AUTHORITY, true);
        assertThat(found(by(ANNAS), sight(plain).onlyAnswered())).isEmpty();
        assertThat(unanswered(by(ANNAS), plain)).containsExactly(ANNAS);
        assertThat(unanswered(by(BERTILS), plain)).isEmpty();

        world.cases.learn(People.PRINCIPAL, Map.of(ANNAS, Protection.SEKRETESSMARKERING));
        assertThat(found(by(ANNAS), plain)).isEmpty();
        assertThat(found(by(ANNAS), cleared)).containsExactly(id);
        assertThat(found(by(ANNAS), sight(plain).withProtected())).containsExactly(id);
    }

    @Holds("ID-075")
    final void keepsCasesFromWhoeverIsPartial() {
        CaseId annas = submit();
        world.submit(People.person(People.BERTIL), "plain", FORM);
        Identity prid = new Identity(IdentityScheme.PRID, "NO:05068907693");
        Sight partial =
                new Sight(List.of(ALL), Optional.empty(), Set.of(BERTILS, prid, People.identity("200002299824")));

        assertThat(found(by(BERTILS), partial)).isEmpty();
        assertThat(found(by(ANNAS), partial)).containsExactly(annas);
        Sight both = new Sight(List.of(ALL), Optional.empty(), Set.of(BERTILS, ANNAS));
        assertThat(found(by(ANNAS), both)).isEmpty();
        assertThat(world.cases
                        .list(new CaseQuery(
                                People.PRINCIPAL, both, CaseQuery.Filter.NONE, new PageRequest(1, 10, true)))
                        .total())
                .hasValue(0);
    }

    private static CaseQuery.Search by(Identity party) {
        return new CaseQuery.Search(Optional.of(party), Optional.empty());
    }

    private static CaseQuery.Search numbered(String number) {
        return new CaseQuery.Search(Optional.empty(), Optional.of(number));
    }

    private static Sight sight(Sight.Entry entry) {
        return new Sight(List.of(entry), Optional.empty());
    }

    private List<CaseId> found(CaseQuery.Search search, Sight.Entry entry) {
        return found(search, sight(entry));
    }

    private List<CaseId> found(CaseQuery.Search search, Sight sight) {
        Page<Case> page = list(search, sight, new PageRequest(1, 10, true));
        assertThat(page.total()).hasValue(page.items().size());
        return page.items().stream().map(Case::id).toList();
    }

    private Page<Case> list(CaseQuery.Search search, Sight sight, PageRequest page) {
        return world.cases.list(query(search, sight, page));
    }

    private Set<Identity> unanswered(CaseQuery.Search search, Sight.Entry entry) {
        return world.cases.unanswered(query(search, sight(entry), new PageRequest(1, 10, false)));
    }

    private static CaseQuery query(CaseQuery.Search search, Sight sight, PageRequest page) {
        return new CaseQuery(People.PRINCIPAL, sight, CaseQuery.Filter.NONE, Optional.of(search), page);
    }
}
