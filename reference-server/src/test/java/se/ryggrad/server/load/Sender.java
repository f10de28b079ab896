package se.ryggrad.server.load;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.server.it.Api;

/** Sends letters, and begins cases for those that go to a party of one, until none is left. */
final class Sender implements Callable<Void> {
    private static final int LETTERS_IN_A_CASE = 2;

    private final MortalServer server;
    private final Ledger ledger;
    private int inCases;
    private Optional<Accepted> subject = Optional.empty();

    Sender(MortalServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    @Override
    public @Nullable Void call() throws IOException {
        for (int number = ledger.next(); number <= ledger.messages(); number = ledger.next()) {
            String letter = Letters.inCase(number) ? toParty(number) : Letters.named(number);
            ledger.message(number, Accepted.Write.message(letter).accepted(server));
        }
        return null;
    }

    private String toParty(int number) throws IOException {
        if (inCases++ % LETTERS_IN_A_CASE == 0) {
            Optional<Accepted> begun = Accepted.Write.submission(Api.PLAIN).accepted(server);
            ledger.begun(begun);
            subject = begun.or(() -> subject);
        }
        return subject.map(one -> Letters.toParty(number, one.id(), applicant(one)))
                .orElseGet(() -> Letters.named(number));
    }

    private static String applicant(Accepted subject) {
        return subject.made().at("/parties/0/id").flatMap(JsonTree::asText).orElseThrow();
    }
}
