package se.ryggrad.server.load;

import java.util.List;
import se.ryggrad.server.it.Api;
import se.ryggrad.server.it.SentMessages;

/** Says by number which way each letter goes, and what it is about. */
final class Letters {
    /** A channel that always takes what it is given. */
    static final String POST = "post";

    /** A channel that fails some of the time, and refuses some letters for good. */
    static final String MAILBOX = "mailbox";

    private static final String SUBJECT = "Brev ";
    private static final int WAYS = 4;
    private static final int BY_POST = 0;
    private static final int REFUSED = 1;
    private static final int IN_A_CASE = 2;

    private Letters() {}

    /** Returns what the letter {@code number} is about, unlike every other. */
    static String subject(int number) {
        return SUBJECT + number;
    }

    /** Returns the number of the letter about {@code subject}. */
    static int number(String subject) {
        return Integer.parseInt(subject.substring(SUBJECT.length()));
    }

    /** Tells whether the letter goes to a party of a case. */
    static boolean inCase(int number) {
        return number % WAYS == IN_A_CASE;
    }

    /** Tells whether the mailbox refuses the letter for good, so that it goes by post. */
    static boolean refused(int number) {
        return number % WAYS == REFUSED;
    }

    /** Returns the letter {@code number} to somebody who is named. */
    static String named(int number) {
        return SentMessages.letter(Api.ALVA, subject(number), channels(number));
    }

    /** Returns the letter {@code number} to {@code party} of the case {@code id}. */
    static String toParty(int number, String id, String party) {
        return SentMessages.letterInCase(id, party, subject(number), channels(number));
    }

    private static String[] channels(int number) {
        List<String> channels = switch (number % WAYS) {
            case BY_POST -> List.of(POST);
            case REFUSED -> List.of(MAILBOX, POST);
            default -> List.of(MAILBOX);
        };
        return channels.toArray(String[]::new);
    }
}
