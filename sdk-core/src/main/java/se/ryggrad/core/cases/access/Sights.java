package se.ryggrad.core.cases.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.UnitId;

/** Bounds the lists of each kind of actor, as {@link Standing} bounds single cases. */
public final class Sights {

    private Sights() {}

    /**
     * Returns the bounds of {@code caller}'s lists at {@code principal} on the day {@code today}.
     *
     * @param interests whom the caller may represent as an officer
     */
    public static Sight of(Caller caller, Principal principal, LocalDate today, Interests interests) {
        Actor actor = caller.actor();
        if (actor instanceof Actor.Person person) {
            return new Sight(List.of(entry(caller, person, today)), level(actor));
        }
        if (actor instanceof Actor.Officer officer) {
            return sight(officer, entries(officer, principal), interests);
        }
        if (actor instanceof Actor.SystemActor system) {
            return new Sight(
                    entries(principal, authority -> system.may(Standing.READ_SCOPE, authority), authority -> true),
                    Optional.empty());
        }
        return new Sight(List.of(), Optional.empty());
    }

    /** Returns the bounds of what {@code officer} finds: what they list, and what a contact centre sees (CASE-096). */
    public static Sight ofSearches(Actor.Officer officer, Principal principal, Interests interests) {
        List<Sight.Entry> entries = entries(officer, principal);
        principal.authorities().stream()
                .map(Authority::id)
                .filter(officer::answersCalls)
                .map(authority -> new Sight.Entry.OpenCases(authority, officer.seesProtected(authority)))
                .forEach(entries::add);
        return sight(officer, entries, interests);
    }

    /** Returns {@code entries} without the cases of the officer's own, and of those whom they may represent. */
    private static Sight sight(Actor.Officer officer, List<Sight.Entry> entries, Interests interests) {
        Set<Identity> keptFrom = new HashSet<>();
        if (!entries.isEmpty()) {
            officer.identity().ifPresent(own -> {
                keptFrom.add(own);
                keptFrom.addAll(interests.represented());
            });
        }
        return new Sight(entries, level(officer), keptFrom);
    }

    private static Sight.Entry entry(Caller caller, Actor.Person person, LocalDate today) {
        return caller.representation()
                .<Sight.Entry>map(representation -> represented(representation, today))
                .orElseGet(() -> new Sight.Entry.OwnCases(person.identity()));
    }

    private static Sight.Entry.RepresentedCases represented(Representation representation, LocalDate today) {
        return new Sight.Entry.RepresentedCases(
                representation.represented(),
                representation.kind(),
                representation.represented().ageOn(today),
                representation
                        .services()
                        .map(services -> services.stream().map(ServiceId::new).collect(Collectors.toSet())));
    }

    private static Optional<AssuranceLevel> level(Actor actor) {
        return Optional.of(actor.level().orElse(AssuranceLevel.LOA1));
    }

    private static List<Sight.Entry> entries(Actor.Officer officer, Principal principal) {
        List<Sight.Entry> entries = new ArrayList<>(entries(
                principal,
                authority -> officer.registers(authority) || officer.archives(authority),
                officer::seesProtected));
        principal.authorities().forEach(authority -> {
            Set<UnitId> units = authority.units().stream()
                    .filter(unit -> officer.handles(authority.id(), unit))
                    .collect(Collectors.toSet());
            if (!units.isEmpty()) {
                entries.add(new Sight.Entry.UnitCases(authority.id(), units, officer.seesProtected(authority.id())));
            }
        });
        return entries;
    }

    private static List<Sight.Entry> entries(
            Principal principal, Predicate<AuthorityId> reaches, Predicate<AuthorityId> protectedToo) {
        Stream<Sight.Entry> whole = principal.authorities().stream()
                .map(Authority::id)
                .filter(reaches)
                .map(authority -> new Sight.Entry.AuthorityCases(authority, protectedToo.test(authority)));
        return whole.toList();
    }
}
