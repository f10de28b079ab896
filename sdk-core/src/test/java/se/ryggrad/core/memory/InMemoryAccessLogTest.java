package se.ryggrad.core.memory;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.AccessLogContract;

class InMemoryAccessLogTest extends AccessLogContract {

    @Override
    protected Plugs.Opening opening() {
        return World::inMemory;
    }
}
