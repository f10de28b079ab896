package se.ryggrad.core.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.identity.ActorIds;

/**
 * Tells whom a person may represent today, after all registries that know the people of the token's issuer (ID-028,
 * ID-042 to ID-047).
 *
 * <p>The registries are asked each time, and nothing is remembered. Thread-safe.
 */
public final class Representations {

    private static final ZoneId LEGAL_ZONE = ZoneId.of("Europe/Stockholm");
    private static final Comparator<Representation> ORDER = Comparator.comparing(
                    (Representation each) -> each.name().codePoints().toArray(), Arrays::compare)
            .thenComparing(each -> each.id().toString());

    private final Registries registries;
    private final ActorIds ids;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param registries whom to ask
     * @param ids how representations are named
     * @param clock the time
     */
    public Representations(Registries registries, ActorIds ids, Clock clock) {
        this.registries = registries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns all that hold today, by name and then id.
     *
     * @throws RyggradException {@code unavailable} when a registry is silent
     */
    public List<Representation> all(RegistryInquiry inquiry) {
        return asked(inquiry)
                .flatMap(registry -> held(registry, inquiry))
                .sorted(ORDER)
                .toList();
    }

    /**
     * Returns the one with this id, or nothing when none of the person's has it today.
     *
     * @throws RyggradException {@code unavailable} when a registry is silent and no other one names it
     */
    public Optional<Representation> find(RegistryInquiry inquiry, UUID id) {
        Optional<RyggradException> silent = Optional.empty();
        for (RepresentationRegistry registry : asked(inquiry).toList()) {
            try {
                Optional<Representation> found = held(registry, inquiry)
                        .filter(each -> each.id().equals(id))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (RyggradException unanswered) {
                silent = Optional.of(onlySilence(unanswered));
            }
        }
        if (silent.isPresent()) {
            throw silent.get();
        }
        return Optional.empty();
    }

    private static RyggradException onlySilence(RyggradException unanswered) {
        if (unanswered.problem().type() == ProblemType.UNAVAILABLE) {
            return unanswered;
        }
        throw unanswered;
    }

    private Stream<RepresentationRegistry> asked(RegistryInquiry inquiry) {
        return registries.all().stream().filter(registry -> registry.knows(inquiry.issuer()));
    }

    private Stream<Representation> held(RepresentationRegistry registry, RegistryInquiry inquiry) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LEGAL_ZONE);
        return registry.search(inquiry).stream()
                .filter(named -> named.holdsOn(today))
                .map(named -> representation(ids.representation(inquiry, registry.name(), named), named));
    }

    private static Representation representation(UUID id, RegisteredRepresentation named) {
        return new Representation(
                id,
                named.kind(),
                named.represented(),
                named.name(),
                rights(named),
                named.jointly(),
                named.services()
                        .map(services -> services.stream().map(ServiceId::value).collect(Collectors.toSet())),
                named.until());
    }

    /** Returns what it lets its holder do alone: to see goes with each, and what is held jointly lets do no more. */
    private static Set<RepresentationRight> rights(RegisteredRepresentation named) {
        EnumSet<RepresentationRight> rights = EnumSet.of(RepresentationRight.READ);
        if (!named.jointly()) {
            rights.addAll(named.rights());
        }
        return rights;
    }
}
