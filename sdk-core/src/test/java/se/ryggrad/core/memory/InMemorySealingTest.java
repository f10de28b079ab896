package se.ryggrad.core.memory;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.SealingContract;

class InMemorySealingTest extends SealingContract {

    @Override
    protected Plugs.Opening opening() {
        return World::inMemory;
    }
}
