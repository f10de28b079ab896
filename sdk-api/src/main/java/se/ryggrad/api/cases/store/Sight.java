package se.ryggrad.api.cases.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.UnitId;

/**
 * Bounds which cases a list can show; what lies outside does not exist for the reader.
 *
 * <p>A list shows a case when any of the entries matches, and nobody whom it is kept from is a party of it.
 *
 * @param entries the kinds of sight; none shows nothing
 * @param level the reader's level: cases whose service asks for more are left out; absent leaves out
 *     none
 * @param keptFrom cases in which one of these is a party that has not ended are left out (ID-041, ID-075); empty leaves
 *     out none
 * @param answeredOnly whether a person about whom no registry has answered counts as protected, also when none was asked
 */
public record Sight(List<Entry> entries, Optional<AssuranceLevel> level, Set<Identity> keptFrom, boolean answeredOnly) {

    /** Copies the collections. */
    public Sight {
        entries = List.copyOf(entries);
        keptFrom = Set.copyOf(keptFrom);
    }

    /** Creates bounds for whom registries are not asked about persons. */
    public Sight(List<Entry> entries, Optional<AssuranceLevel> level, Set<Identity> keptFrom) {
        this(entries, level, keptFrom, false);
    }

    /** Creates bounds that keep no case from anybody. */
    public Sight(List<Entry> entries, Optional<AssuranceLevel> level) {
        this(entries, level, Set.of());
    }

    /** Returns the same bounds with the cases that have a protected party. */
    public Sight withProtected() {
        return new Sight(entries.stream().map(Sight::withProtected).toList(), level, keptFrom, answeredOnly);
    }

    /** Returns the same bounds, in which only an answer says that somebody is not protected (ID-062). */
    public Sight onlyAnswered() {
        return new Sight(entries, level, keptFrom, true);
    }

    private static Entry withProtected(Entry entry) {
        if (entry instanceof Entry.UnitCases some) {
            return new Entry.UnitCases(some.authority(), some.units());
        }
        if (entry instanceof Entry.OpenCases open) {
            return new Entry.OpenCases(open.authority(), true);
        }
        return entry instanceof Entry.AuthorityCases all ? new Entry.AuthorityCases(all.authority()) : entry;
    }

    /** Is one kind of sight. */
    public sealed interface Entry {
        /** Cases in which {@code identity} is a party with the right to see, today. */
        record OwnCases(Identity identity) implements Entry {}

        /**
         * Cases in which {@code identity} is a party with the right to see, today, as far as somebody may see them
         * for that party.
         *
         * @param identity the represented
         * @param kind the kind of representation; cases of services that do not allow it are left out
         * @param age how old the represented is, where that is known; bounds what a guardian sees
         * @param services cases of other services are left out; absent leaves out none
         */
        record RepresentedCases(
                Identity identity, RepresentationKind kind, OptionalInt age, Optional<Set<ServiceId>> services)
                implements Entry {
            /** Copies the services. */
            public RepresentedCases {
                services = services.map(Set::copyOf);
            }
        }

        /**
         * Cases of some units of an authority.
         *
         * @param authority the authority
         * @param units the units
         * @param protectedToo whether cases with a protected party are among them (ID-057)
         */
        record UnitCases(AuthorityId authority, Set<UnitId> units, boolean protectedToo) implements Entry {
            /** Copies the units. */
            public UnitCases {
                units = Set.copyOf(units);
            }

            /** Creates a sight of all cases of the units. */
            public UnitCases(AuthorityId authority, Set<UnitId> units) {
                this(authority, units, true);
            }
        }

        /**
         * Cases of a whole authority.
         *
         * @param authority the authority
         * @param protectedToo whether cases with a protected party are among them (ID-057)
         */
        record AuthorityCases(AuthorityId authority, boolean protectedToo) implements Entry {
            /** Creates a sight of all its cases. */
            public AuthorityCases(AuthorityId authority) {
                this(authority, true);
            }
        }

        /**
         * Cases of a whole authority, but for those of a service that names secrecy (ID-073); a case of which a store does
         * not know that is not among them.
         *
         * @param authority the authority
         * @param protectedToo whether cases with a protected party are among them (ID-057)
         */
        record OpenCases(AuthorityId authority, boolean protectedToo) implements Entry {}
    }
}
