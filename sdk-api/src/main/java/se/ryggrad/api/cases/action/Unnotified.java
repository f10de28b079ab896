package se.ryggrad.api.cases.action;

import se.ryggrad.api.cases.party.PartyId;

/**
 * Says why a party who has the right to be notified of decisions is not.
 *
 * @param party who
 * @param ground why
 */
public record Unnotified(PartyId party, String ground) {}
