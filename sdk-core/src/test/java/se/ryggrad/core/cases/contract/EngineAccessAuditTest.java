package se.ryggrad.core.cases.contract;

import se.ryggrad.api.cases.AccessAudit;

/** Holds the log in this process against the contract. */
class EngineAccessAuditTest extends AccessAuditContract {

    @Override
    protected AccessAudit audit() {
        return world.audit;
    }
}
