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
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;

/** Opens the stores under test and fills them, for what is said of every store whatever keeps the data. */
abstract class StoreContract {

    /** A person who hands cases in. */
    static final Caller ANNA = People.person(People.ANNA);

    /** An officer who handles them. */
    static final Caller KARIN = People.handler("Karin Ek");

    /** The day that the clock shows at first. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** A principal who has nothing. */
    static final PrincipalId ELSEWHERE = new PrincipalId("2582");

    /** What Anna sees. */
    static final Sight.Entry OWN = new Sight.Entry.OwnCases(People.identity(People.ANNA));

    /** The engine over the stores under test. */
    World world = new World();

    /** Returns how the stores under test are opened, empty each time. */
    protected abstract Plugs.Opening opening();

    @BeforeEach
    final void open() {
        world = new World(1, opening());
    }

    /** Hands a case of Anna's in. */
    final CaseId submit() {
        return world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
    }

    /** Returns a case as it is kept. */
    final Case kept(CaseId id) {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow();
    }

    /** Lists what lies in one sight. */
    final Page<Case> list(CaseQuery.Filter filter, PageRequest page, Sight.Entry entry) {
        Sight sight = new Sight(List.of(entry), Optional.of(AssuranceLevel.LOA3));
        return world.cases.list(new CaseQuery(People.PRINCIPAL, sight, filter, page));
    }
}
