package se.ryggrad.core.memory;

import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.CaseStoreRaceContract;
import se.ryggrad.core.contract.Plugs;

class InMemoryCaseStoreRaceTest extends CaseStoreRaceContract {

    @Override
    protected Plugs.Opening opening() {
        return World::inMemory;
    }
}
