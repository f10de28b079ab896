package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Duration;
import java.util.List;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a sender has asked for, when it was found to be right.
 *
 * @param kind letter or notice
 * @param to whom it is for
 * @param subject the subject of a letter, or empty
 * @param body the body of a letter, or an empty object
 * @param channels the channels to try, in order
 * @param timeToLive how long it may be sent
 */
public record Order(String kind, To to, String subject, ObjectNode body, List<Channel> channels, Duration timeToLive) {

    /**
     * Whom a message is for.
     *
     * @param identity who it is
     * @param caseId the case of whose party it is, or empty
     * @param party the party, or empty
     */
    public record To(Identity identity, String caseId, String party) {

        /** Returns whether it is for a party of a case. */
        public boolean isOfCase() {
            return !caseId.isEmpty();
        }
    }

    /** Copies the channels. */
    public Order {
        channels = List.copyOf(channels);
    }

    /** Returns whether it is a letter. */
    public boolean isLetter() {
        return kind.equals("letter");
    }
}
