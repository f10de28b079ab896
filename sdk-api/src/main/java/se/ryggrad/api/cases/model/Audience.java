package se.ryggrad.api.cases.model;

import java.util.Locale;
import java.util.Set;
import se.ryggrad.api.cases.party.PartyId;

/**
 * Says who may see a part of a case; everybody in it unless somebody is left out with a ground.
 *
 * @param to the circle
 * @param parties the named parties, for {@link To#PARTIES}
 */
public record Audience(To to, Set<PartyId> parties) {

    /** Everybody in the case: the same information for citizen and officer (N13). */
    public static final Audience ALL_PARTIES = new Audience(To.ALL_PARTIES, Set.of());

    /** The officers alone. */
    public static final Audience OFFICERS = new Audience(To.OFFICERS, Set.of());

    /** Copies the parties. */
    public Audience {
        parties = Set.copyOf(parties);
    }

    /** Returns whether {@code party} may see the part. */
    public boolean includes(PartyId party) {
        return switch (to) {
            case ALL_PARTIES -> true;
            case OFFICERS -> false;
            case PARTIES -> parties.contains(party);
        };
    }

    /** Lists the circles; the list is closed. */
    public enum To {
        /** All parties and the officers. */
        ALL_PARTIES,
        /** The officers. */
        OFFICERS,
        /** Some parties and the officers. */
        PARTIES;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
