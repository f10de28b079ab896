package se.ryggrad.core.contract.broken;

import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.minasidor.OverviewSource;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.minasidor.OverviewSourceContract;
import se.ryggrad.core.minasidor.CaseOverview;

/** Is sources of Mina sidor that do one thing wrong, under their contract. */
final class BrokenSources {

    private BrokenSources() {}

    abstract static class Cases extends OverviewSourceContract {
        private final World world = new World();
        private final OverviewSource broken = Faulty.at(
                "items",
                OverviewSource.class,
                new CaseOverview(world.engine, (principal, id) -> Optional.empty()),
                this::items);

        abstract Object items(Faulty.Call call) throws Throwable;

        @Override
        protected final OverviewSource source() {
            return broken;
        }

        @Override
        protected final void hold(Caller person, int more) {
            for (int count = 0; count < more; count++) {
                world.submit(person, "plain", "{\"subject\":\"å\"}");
            }
        }

        @Override
        protected boolean showsCases() {
            return true;
        }
    }

    static final class BeginsAnewOnEachPage extends Cases {
        @Override
        Object items(Faulty.Call call) throws Throwable {
            PageRequest asked = call.at(1, PageRequest.class);
            return Objects.requireNonNull(call.replacing(1, new PageRequest(1, asked.limit(), asked.count())));
        }
    }

    static final class IsForAnybody extends Cases {
        @Override
        Object items(Faulty.Call call) throws Throwable {
            Caller caller = call.at(0, Caller.class);
            return Objects.requireNonNull(
                    caller.actor() instanceof Actor.Person
                            ? call.right()
                            : call.replacing(0, People.person(People.ANNA)));
        }
    }

    static final class HoldsCases extends Cases {
        @Override
        Object items(Faulty.Call call) throws Throwable {
            return Objects.requireNonNull(call.right());
        }

        @Override
        protected boolean showsCases() {
            return false;
        }
    }
}
