package se.ryggrad.core.memory;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.CaseSearchContract;

class InMemoryCaseSearchTest extends CaseSearchContract {

    @Override
    protected Plugs.Opening opening() {
        return World::inMemory;
    }
}
