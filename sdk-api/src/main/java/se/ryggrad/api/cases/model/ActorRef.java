package se.ryggrad.api.cases.model;

import java.util.Optional;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.UnitId;

/**
 * Tells who acted, for whom, by which right and at which level: one object on every event, decision and
 * message.
 *
 * @param kind {@code person}, {@code officer}, {@code system}, {@code anonymous} or {@code automatic}
 * @param id the opaque reference; absent for an automatic act
 * @param unit the officer's unit
 * @param right {@code own}, {@code office}, {@code scope}, {@code rule}, or the kind of representation
 * @param level the level of assurance
 * @param onBehalfOf the party on whose behalf it was done or recorded
 */
public record ActorRef(
        String kind,
        Optional<ActorId> id,
        Optional<UnitId> unit,
        String right,
        Optional<AssuranceLevel> level,
        Optional<PartyId> onBehalfOf) {}
