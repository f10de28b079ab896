package se.ryggrad.api.minasidor.index;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;

/**
 * Says to whom an item is shown, as its source would have judged, had it been asked (MINA-046, MINA-047).
 *
 * @param owner whose own the item is
 * @param assurance the lowest level of assurance; absent when any will do
 * @param representatives who else sees it, ordered by kind; nobody when empty
 */
public record Audience(Identity owner, Optional<AssuranceLevel> assurance, List<Representative> representatives) {

    /** Orders the representatives, so that the same ones are equal however they were named. */
    public Audience {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(assurance, "assurance");
        representatives = representatives.stream()
                .sorted(Comparator.comparing(Representative::kind))
                .toList();
    }

    /**
     * Says that those who represent the owner in one way see the item.
     *
     * @param kind by what they represent the owner
     * @param until the last day, where there is one
     */
    public record Representative(RepresentationKind kind, Optional<LocalDate> until) {

        private boolean sees(Representation by, LocalDate today) {
            return by.kind() == kind && !until.filter(today::isAfter).isPresent();
        }
    }

    /**
     * Returns whether {@code caller} sees the item.
     *
     * @param today the day in Europe/Stockholm
     */
    public boolean includes(Caller caller, LocalDate today) {
        return suffices(caller.actor()) && ownedBy(caller, today);
    }

    private boolean suffices(Actor actor) {
        return assurance.isEmpty()
                || actor.level()
                        .filter(level -> level.satisfies(assurance.get()))
                        .isPresent();
    }

    private boolean ownedBy(Caller caller, LocalDate today) {
        Optional<Representation> by = caller.representation();
        if (by.isEmpty()) {
            return caller.actor() instanceof Actor.Person person
                    && person.identity().equals(owner);
        }
        return by.get().represented().equals(owner)
                && representatives.stream().anyMatch(each -> each.sees(by.get(), today));
    }
}
