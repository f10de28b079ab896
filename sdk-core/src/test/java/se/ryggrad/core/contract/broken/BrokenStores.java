package se.ryggrad.core.contract.broken;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.SubscriptionStore;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.minasidor.index.Intake;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.AccessLogContract;
import se.ryggrad.core.contract.CaseErasingContract;
import se.ryggrad.core.contract.CaseLetterContract;
import se.ryggrad.core.contract.CaseListContract;
import se.ryggrad.core.contract.CaseSearchContract;
import se.ryggrad.core.contract.CaseStoreContract;
import se.ryggrad.core.contract.DocumentStoreContract;
import se.ryggrad.core.contract.MessageStoreContract;
import se.ryggrad.core.contract.SealingContract;
import se.ryggrad.core.contract.SubscriptionStoreContract;
import se.ryggrad.core.contract.minasidor.OverviewIndexContract;
import se.ryggrad.core.memory.events.InMemorySubscriptionStore;
import se.ryggrad.core.memory.messaging.InMemoryMessageStore;
import se.ryggrad.core.memory.minasidor.InMemoryOverviewIndex;

/** Is stores that do one thing wrong, under their contracts. */
final class BrokenStores {

    private BrokenStores() {}

    private static Plugs.Opening cases(String method, Faulty.Fault fault) {
        return clock -> {
            Plugs good = World.inMemory(clock);
            CaseStore cases = Faulty.at(method, CaseStore.class, good.cases(), fault);
            return new Plugs(
                    cases,
                    good.documents(),
                    good.services(),
                    good.officers(),
                    good.log(),
                    good.accessLog(),
                    good.messages());
        };
    }

    private static Plugs.Opening commits(UnaryOperator<ChangeSet> change) {
        return cases("commit", call -> call.replacing(0, change.apply(call.at(0, ChangeSet.class))));
    }

    private static ChangeSet copy(
            ChangeSet change,
            Version expected,
            Optional<ChangeSet.Erased> erased,
            List<Message> letters,
            Optional<ChangeSet.Kept> kept) {
        return new ChangeSet(
                change.after(),
                expected,
                change.assurance(),
                change.representedBy(),
                change.secret(),
                change.events(),
                change.used(),
                change.memos(),
                erased,
                letters,
                kept,
                change.traceparent());
    }

    private static Plugs.Opening accessLog(String method, Faulty.Fault fault) {
        return clock -> {
            Plugs good = World.inMemory(clock);
            AccessLog log = Faulty.at(method, AccessLog.class, good.accessLog(), fault);
            return new Plugs(
                    good.cases(), good.documents(), good.services(), good.officers(), good.log(), log, good.messages());
        };
    }

    static final class LosesAnEvent extends CaseStoreContract {
        @Override
        protected Plugs.Opening opening() {
            return cases("allEvents", call -> {
                List<?> all = (List<?>) Objects.requireNonNull(call.right());
                return all.subList(0, Math.max(0, all.size() - 1));
            });
        }
    }

    static final class IgnoresTheVersion extends CaseStoreContract {
        @Override
        protected Plugs.Opening opening() {
            return cases("commit", call -> {
                ChangeSet change = call.at(0, ChangeSet.class);
                Version now = ((CaseStore) call.part())
                        .find(change.after().head().principal(), change.after().id())
                        .map(kept -> kept.head().version())
                        .orElse(change.expected());
                return call.replacing(0, copy(change, now, change.erased(), change.letters(), change.kept()));
            });
        }
    }

    static final class ReturnsAnothersCase extends CaseStoreContract {
        @Override
        protected Plugs.Opening opening() {
            return cases("find", call -> ((CaseStore) call.part()).find(People.PRINCIPAL, call.at(1, CaseId.class)));
        }
    }

    static final class ForgetsTheKey extends CaseStoreContract {
        @Override
        protected Plugs.Opening opening() {
            return commits(
                    change -> copy(change, change.expected(), change.erased(), change.letters(), Optional.empty()));
        }
    }

    static final class ListsWhateverIsAskedFor extends CaseListContract {
        @Override
        protected Plugs.Opening opening() {
            return cases("list", call -> call.replacing(0, unfiltered(call.at(0, CaseQuery.class))));
        }
    }

    static final class FindsEverybody extends CaseSearchContract {
        @Override
        protected Plugs.Opening opening() {
            return cases("list", call -> call.replacing(0, unfiltered(call.at(0, CaseQuery.class))));
        }
    }

    private static CaseQuery unfiltered(CaseQuery asked) {
        return new CaseQuery(asked.principal(), asked.sight(), CaseQuery.Filter.NONE, asked.page());
    }

    static final class ErasesNothing extends CaseErasingContract {
        @Override
        protected Plugs.Opening opening() {
            return commits(
                    change -> copy(change, change.expected(), Optional.empty(), change.letters(), change.kept()));
        }
    }

    static final class LosesLetters extends CaseLetterContract {
        @Override
        protected Plugs.Opening opening() {
            return commits(change -> copy(change, change.expected(), change.erased(), List.of(), change.kept()));
        }
    }

    static final class RecordsNoReading extends AccessLogContract {
        @Override
        protected Plugs.Opening opening() {
            return accessLog("record", call -> null);
        }
    }

    static final class SealsNothing extends SealingContract {
        @Override
        protected Plugs.Opening opening() {
            return accessLog("sealed", call -> List.of());
        }
    }

    static final class SweepsNothing extends DocumentStoreContract {
        @Override
        protected Plugs.Opening opening() {
            return clock -> {
                Plugs good = World.inMemory(clock);
                DocumentStore documents = Faulty.at("sweep", DocumentStore.class, good.documents(), call -> 0);
                return new Plugs(
                        good.cases(),
                        documents,
                        good.services(),
                        good.officers(),
                        good.log(),
                        good.accessLog(),
                        good.messages());
            };
        }
    }

    static final class LeasesForNoTime extends MessageStoreContract {
        private final MessageStore store = Faulty.at(
                "claim", MessageStore.class, new InMemoryMessageStore(), call -> call.replacing(2, Duration.ZERO));

        @Override
        protected MessageStore store() {
            return store;
        }
    }

    static final class KeepsAnyNumber extends SubscriptionStoreContract {
        private final SubscriptionStore store = Faulty.at(
                "keep",
                SubscriptionStore.class,
                new InMemorySubscriptionStore(),
                call -> call.replacing(1, Integer.MAX_VALUE));

        @Override
        protected SubscriptionStore store() {
            return store;
        }
    }

    static final class RemovesNothing extends OverviewIndexContract {
        private final OverviewIndex index = Faulty.at(
                "push",
                OverviewIndex.class,
                new InMemoryOverviewIndex(),
                call -> call.at(1, Push.class).item().isEmpty() ? Intake.DONE : call.right());

        @Override
        protected OverviewIndex index() {
            return index;
        }
    }
}
