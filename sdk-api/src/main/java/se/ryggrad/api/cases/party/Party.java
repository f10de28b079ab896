package se.ryggrad.api.cases.party;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;

/**
 * Is somebody whom the case concerns.
 *
 * @param id the opaque reference that events use
 * @param role the part they play
 * @param identity who they are; shown to officers alone, and {@link Identity#NONE} to a reader from outside who is not told
 * @param name the name for people; empty when unknown
 * @param rights what they may do
 * @param from the first day
 * @param until the day on which it ended; whoever has one is no party any more
 * @param ground why it ended
 * @param protection what registries last answered of the protection of their personal data; absent for somebody about
 *     whom nobody has asked
 */
public record Party(
        PartyId id,
        Role role,
        Identity identity,
        String name,
        Set<Right> rights,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<EndGround> ground,
        Optional<Protection> protection) {

    /** Copies the rights. */
    public Party {
        rights = Set.copyOf(rights);
    }

    /** Creates a party about whom no registry has been asked. */
    public Party(
            PartyId id,
            Role role,
            Identity identity,
            String name,
            Set<Right> rights,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<EndGround> ground) {
        this(id, role, identity, name, rights, from, until, ground, Optional.empty());
    }

    /** Returns whether registries of persons can be asked about the party. */
    public boolean person() {
        return identity.scheme().person();
    }

    /** Returns the same party under another name. */
    public Party named(String other) {
        return new Party(id, role, identity, other, rights, from, until, ground, protection);
    }

    /** Returns the same party with what registries answered. */
    public Party protectedBy(Optional<Protection> answered) {
        return new Party(id, role, identity, name, rights, from, until, ground, answered);
    }

    /** Returns whether the party has {@code right}. */
    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Returns whether their place in the case has ended. */
    public boolean ended() {
        return until.isPresent();
    }

    /** Returns the same party with other rights. */
    public Party with(Set<Right> others) {
        return new Party(id, role, identity, name, others, from, until, ground, protection);
    }

    /** Returns the same party after {@code change}; nobody has been asked about another identity. */
    public Party changed(PartyChange change) {
        Identity now = change.identity().orElse(identity);
        return new Party(
                id,
                change.role().orElse(role),
                now,
                change.name().orElse(name),
                change.rights().orElse(rights),
                from,
                until,
                ground,
                protection.filter(answered -> now.equals(identity)));
    }

    /** Returns the same party, whose place has ended. */
    public Party end(LocalDate on, EndGround why) {
        return new Party(id, role, identity, name, rights, from, Optional.of(on), Optional.of(why), protection);
    }

    /** Lists the parts that a party can play; the list is closed. */
    public enum Role {
        /** Asks for something. */
        APPLICANT,
        /** Asks together with an applicant. */
        CO_APPLICANT,
        /** The person it is about. */
        SUBJECT,
        /** Somebody it touches, such as a neighbour. */
        CONCERNED,
        /** Has an opposed interest. */
        COUNTERPARTY,
        /** Pays. */
        PAYER;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns the rights that go with the role when nothing else is said. */
        public Set<Right> defaultRights() {
            return switch (this) {
                case APPLICANT -> EnumSet.allOf(Right.class);
                case CO_APPLICANT, COUNTERPARTY -> EnumSet.complementOf(EnumSet.of(Right.WITHDRAW));
                case CONCERNED -> EnumSet.of(Right.RESPOND, Right.BE_NOTIFIED);
                case SUBJECT -> EnumSet.of(Right.SEE, Right.BE_NOTIFIED);
                case PAYER -> EnumSet.of(Right.BE_NOTIFIED);
            };
        }
    }

    /** Lists what a party may do; the list is closed and in the order of JSON. */
    public enum Right {
        /** Sees the case. */
        SEE,
        /** Adds material of their own accord. */
        SUPPLEMENT,
        /** Answers what is asked of them. */
        RESPOND,
        /** Takes the matter back. */
        WITHDRAW,
        /** Appeals a decision. */
        APPEAL,
        /** Is told of decisions. */
        BE_NOTIFIED;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
