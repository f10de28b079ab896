package se.ryggrad.core.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;

/** Opens a world over the stores under test, and brings cases into it. */
abstract class CaseStoreScene {

    static final Caller ANNA = People.person(People.ANNA);
    static final Caller KARIN = People.handler("Karin Ek");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Sight.Entry OWN = new Sight.Entry.OwnCases(People.identity(People.ANNA));

    World world = new World();

    /** Returns how the stores under test are opened, empty each time. */
    protected abstract Plugs.Opening opening();

    @BeforeEach
    final void open() {
        world = new World(1, opening());
    }

    CaseId submit() {
        return world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
    }

    Case kept(CaseId id) {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow();
    }

    Page<Case> list(CaseQuery.Filter filter, PageRequest page, Sight.Entry entry) {
        Sight sight = new Sight(List.of(entry), Optional.of(AssuranceLevel.LOA3));
        return world.cases.list(new CaseQuery(People.PRINCIPAL, sight, TODAY, filter, page));
    }

    static List<CaseId> ids(Page<Case> page) {
        return page.items().stream().map(Case::id).toList();
    }
}
