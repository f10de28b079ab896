package se.ryggrad.core.cases.contract;

import se.ryggrad.api.cases.Cases;

/** Holds the engine in this process against the contract. */
class EngineCaseReadingTest extends CaseReadingContract {

    @Override
    protected Cases cases() {
        return world.engine;
    }
}
