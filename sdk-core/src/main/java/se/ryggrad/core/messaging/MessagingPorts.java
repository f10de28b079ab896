package se.ryggrad.core.messaging;

import java.time.Clock;
import java.util.Random;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.work.Bell;
import se.ryggrad.core.work.Courier;

/**
 * Holds what a message service is plugged into.
 *
 * @param store keeps messages, letters and contact data
 * @param channels deliver
 * @param limits bound how
 * @param cases tells who can be written to in a case, and is told which letters of its own came back
 * @param principals knows whose messages they are
 * @param least the level of assurance that people need
 * @param pace bounds the work
 * @param bell is rung when there is something to deliver, by the outbox of the cases too
 * @param clock gives the time, which is cut to milliseconds
 * @param random gives ids; a {@link java.security.SecureRandom} outside tests
 */
public record MessagingPorts(
        MessageStore store,
        Channels channels,
        MessageTerms.Limits limits,
        CaseManagement cases,
        Principals principals,
        AssuranceLevel least,
        Courier.Pace pace,
        Bell bell,
        Clock clock,
        Random random) {}
