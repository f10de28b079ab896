package se.ryggrad.core.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.identity.ActorIds;

/**
 * Tells whom a person may represent today, after all registries that know the people of the token's issuer (ID-028,
 * ID-042 to ID-047), who is to agree for somebody (ID-070), and in whose place an officer may stand (ID-075).
 *
 * <p>The registries are asked each time, and nothing is remembered. Thread-safe.
 */
public final class Representations implements Representatives {

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
        return named(registry, inquiry)
                .map(named -> representation(ids.representation(inquiry, registry.name(), named), named));
    }

    /** Returns what the registry names that holds today. */
    private Stream<RegisteredRepresentation> named(RepresentationRegistry registry, RegistryInquiry inquiry) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), LEGAL_ZONE);
        return registry.search(inquiry).stream().filter(named -> named.holdsOn(today));
    }

    @Override
    public Set<Identity> represented(RegistryInquiry inquiry) {
        Set<Identity> found = new HashSet<>();
        for (RepresentationRegistry registry : asked(inquiry).toList()) {
            try {
                named(registry, inquiry)
                        .map(RegisteredRepresentation::represented)
                        .forEach(found::add);
            } catch (RyggradException unanswered) {
                onlySilence(unanswered);
            }
        }
        return found;
    }

    @Override
    public Optional<List<ActorId>> toAgree(RepresentativesInquiry inquiry, ApprovalRule.Who who, ServiceId service) {
        List<RepresentationRegistry> known = registries.all().stream()
                .filter(registry -> registry.knows(inquiry.issuer()))
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), LEGAL_ZONE);
        Set<ActorId> found = new LinkedHashSet<>();
        try {
            for (RepresentationRegistry registry : known) {
                registry.representatives(inquiry).stream()
                        .filter(named -> named.holdsOn(today) && named.covers(service) && agrees(named, who))
                        .map(named -> ids.person(inquiry.principal(), named.representative()))
                        .forEach(found::add);
            }
        } catch (RyggradException unanswered) {
            onlySilence(unanswered);
            return Optional.empty();
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    private static boolean agrees(RegisteredRepresentative named, ApprovalRule.Who who) {
        return named.rights().contains(RepresentationRight.ACT)
                && switch (who) {
                    case GUARDIANS -> named.kind() == RepresentationKind.GUARDIAN;
                    case JOINT_SIGNATORIES -> named.kind() == RepresentationKind.SIGNATORY && named.jointly();
                    case CO_APPLICANTS -> false;
                };
    }

    private static Representation representation(UUID id, RegisteredRepresentation named) {
        return new Representation(
                id,
                named.kind(),
                named.represented(),
                named.name(),
                rights(named.jointly() ? Set.of() : named.rights()),
                rights(named.rights()),
                named.jointly(),
                named.services()
                        .map(services -> services.stream().map(ServiceId::value).collect(Collectors.toSet())),
                named.until());
    }

    /** Returns {@code given} and the right to see, which goes with each; what is held jointly lets do no more alone. */
    private static Set<RepresentationRight> rights(Set<RepresentationRight> given) {
        EnumSet<RepresentationRight> rights = EnumSet.of(RepresentationRight.READ);
        rights.addAll(given);
        return rights;
    }
}
