package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.PartyId;

/**
 * Says that a party's act came outside the e-service and is recorded by somebody of the authority.
 *
 * @param party the party who acted ({@code for})
 * @param channel how it came
 * @param receivedOn the day it came
 */
public record Recorded(PartyId party, Channel channel, Optional<LocalDate> receivedOn) {}
