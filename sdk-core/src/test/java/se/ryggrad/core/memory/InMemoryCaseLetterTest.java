package se.ryggrad.core.memory;

import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.CaseLetterContract;

class InMemoryCaseLetterTest extends CaseLetterContract {

    @Override
    protected Plugs.Opening opening() {
        return World::inMemory;
    }
}
