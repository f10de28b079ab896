package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.party.PartyId;

/**
 * Says that a party's act came outside the e-service and is recorded by somebody of the authority.
 *
 * <p>It holds what the body says, so that the rules can tell what is missing and who may say it.
 *
 * @param party the party who acted ({@code for})
 * @param channel how it came
 * @param receivedOn the day it came
 */
public record Recorded(Optional<PartyId> party, Optional<Channel> channel, Optional<LocalDate> receivedOn) {}
