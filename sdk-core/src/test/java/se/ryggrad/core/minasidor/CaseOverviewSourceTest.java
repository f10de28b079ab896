package se.ryggrad.core.minasidor;

import java.util.Optional;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.minasidor.OverviewSourceContract;

/** Holds what shows the engine's cases against the contract. */
class CaseOverviewSourceTest extends OverviewSourceContract {

    private final World world = new World();
    private final OverviewSource source = new CaseOverview(world.engine, (principal, id) -> Optional.empty());

    @Override
    protected OverviewSource source() {
        return source;
    }

    @Override
    protected void hold(Caller person, int more) {
        for (int count = 0; count < more; count++) {
            world.submit(person, "plain", "{\"subject\":\"å\"}");
        }
    }

    @Override
    protected boolean showsCases() {
        return true;
    }
}
