package se.ryggrad.core.contract.broken;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.contract.registry.InMemoryProtections;
import se.ryggrad.core.contract.registry.InMemoryRepresentations;
import se.ryggrad.core.contract.registry.PersonRegistryContract;
import se.ryggrad.core.contract.registry.RepresentationRegistryContract;

/** Is registries that do one thing wrong, under their contracts. */
final class BrokenRegistries {

    private static final String ISSUER = "https://issuer.example.se";

    private BrokenRegistries() {}

    abstract static class Representations extends RepresentationRegistryContract {
        private final InMemoryRepresentations good = new InMemoryRepresentations(ISSUER);
        private final RepresentationRegistry broken =
                Faulty.at("search", RepresentationRegistry.class, good, this::search);

        abstract Object search(Faulty.Call call) throws Throwable;

        @Override
        protected final RepresentationRegistry registry() {
            return broken;
        }

        @Override
        protected final String issuer() {
            return ISSUER;
        }

        @Override
        protected final void hold(Map<Identity, List<RegisteredRepresentation>> held) {
            good.hold(held);
        }

        @Override
        protected final void fallSilent() {
            good.fallSilent();
        }
    }

    static final class AnswersWhatItAnsweredBefore extends Representations {
        private final Map<Identity, Object> answered = new HashMap<>();

        @Override
        Object search(Faulty.Call call) throws Throwable {
            Identity who = call.at(0, RegistryInquiry.class).representative();
            if (!answered.containsKey(who)) {
                answered.put(who, Objects.requireNonNull(call.right()));
            }
            return Objects.requireNonNull(answered.get(who));
        }
    }

    static final class TakesSilenceForNobody extends Representations {
        @Override
        Object search(Faulty.Call call) throws Throwable {
            try {
                return Objects.requireNonNull(call.right());
            } catch (RyggradException silent) {
                return List.of();
            }
        }
    }

    abstract static class Persons extends PersonRegistryContract {
        private final InMemoryProtections good = new InMemoryProtections(ISSUER);
        private final PersonRegistry broken = Faulty.at("search", PersonRegistry.class, good, this::search);

        abstract Object search(Faulty.Call call) throws Throwable;

        @Override
        protected final PersonRegistry registry() {
            return broken;
        }

        @Override
        protected final String issuer() {
            return ISSUER;
        }

        @Override
        protected final void hold(Map<Identity, Protection> held) {
            good.hold(held);
        }

        @Override
        protected final void fallSilent() {
            good.fallSilent();
        }
    }

    static final class ProtectsNobodyWhileItIsSilent extends Persons {
        @Override
        Object search(Faulty.Call call) throws Throwable {
            try {
                return Objects.requireNonNull(call.right());
            } catch (RyggradException silent) {
                return Map.of();
            }
        }
    }

    static final class NamesTheKindsOfTheStandardAlone extends Persons {
        @Override
        Object search(Faulty.Call call) throws Throwable {
            Map<?, ?> found = new HashMap<>((Map<?, ?>) Objects.requireNonNull(call.right()));
            found.values()
                    .retainAll(List.of(
                            Protection.SEKRETESSMARKERING,
                            Protection.SKYDDAD_FOLKBOKFORING,
                            Protection.FINGERADE_PERSONUPPGIFTER));
            return found;
        }
    }
}
