package se.ryggrad.core.memory.minasidor;

import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.contract.minasidor.OverviewIndexContract;

class InMemoryOverviewIndexTest extends OverviewIndexContract {

    private final OverviewIndex index = new InMemoryOverviewIndex();

    @Override
    protected OverviewIndex index() {
        return index;
    }
}
