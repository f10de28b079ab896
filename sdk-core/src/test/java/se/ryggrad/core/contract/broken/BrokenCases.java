package se.ryggrad.core.contract.broken;

import java.util.Optional;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.core.cases.contract.AccessAuditContract;
import se.ryggrad.core.cases.contract.CaseReadingContract;
import se.ryggrad.core.cases.contract.CaseWritingContract;
import se.ryggrad.core.cases.contract.EventFeedContract;
import se.ryggrad.core.events.FeedDesk;

/** Is cases that do one thing wrong, under their contracts. */
final class BrokenCases {

    private BrokenCases() {}

    static final class ActsOnWhateverWasSeen extends CaseWritingContract {
        @Override
        protected Cases cases() {
            return Faulty.at("act", Cases.class, world.engine, call -> call.replacing(3, Optional.empty()));
        }
    }

    static final class ShowsTheFirstPageAlone extends CaseReadingContract {
        @Override
        protected Cases cases() {
            return Faulty.at("list", Cases.class, world.engine, call -> {
                PageRequest asked = call.at(2, PageRequest.class);
                return call.replacing(2, new PageRequest(1, asked.limit(), asked.count()));
            });
        }
    }

    static final class LetsAnybodyAudit extends AccessAuditContract {
        @Override
        protected AccessAudit audit() {
            return Faulty.at("requireAuditor", AccessAudit.class, world.audit, call -> null);
        }
    }

    static final class BeginsAnewWhereItDoesNotKnow extends EventFeedContract {
        @Override
        protected EventFeed feed() {
            return Faulty.at("read", EventFeed.class, new FeedDesk(world.log), call -> {
                try {
                    return call.right();
                } catch (RyggradException unknown) {
                    return call.replacing(1, Optional.empty());
                }
            });
        }
    }
}
