package se.ryggrad.api.cases.party;

import java.util.UUID;

/**
 * Names a party within its case, without telling who it is.
 *
 * @param value a random UUID
 */
public record PartyId(UUID value) {

    /** Creates a new id. */
    public static PartyId random() {
        return new PartyId(UUID.randomUUID());
    }
}
