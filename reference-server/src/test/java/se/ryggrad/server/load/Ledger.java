package se.ryggrad.server.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives letters their numbers, and keeps what the server has answered for. Thread-safe. */
final class Ledger {
    private final int messages;
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<Integer, Accepted> accepted = new ConcurrentSkipListMap<>();
    private final Queue<Accepted> cases = new ConcurrentLinkedQueue<>();

    /** Begins with no letter, of {@code messages} in all. */
    Ledger(int messages) {
        this.messages = messages;
    }

    /** Returns how many letters there are to be. */
    int messages() {
        return messages;
    }

    /** Returns the number of the next letter, from 1. */
    int next() {
        return given.incrementAndGet();
    }

    /** Notes how the letter {@code number} was answered. */
    void message(int number, Optional<Accepted> letter) {
        letter.ifPresentOrElse(each -> accepted.put(number, each), refused::incrementAndGet);
    }

    /** Notes how a case was answered. */
    void begun(Optional<Accepted> begun) {
        begun.ifPresentOrElse(cases::add, refused::incrementAndGet);
    }

    /** Returns how many letters and cases were answered until now, but not accepted. */
    int refused() {
        return refused.get();
    }

    /** Returns the letters that were accepted until now, by number. */
    Map<Integer, Accepted> accepted() {
        return Map.copyOf(accepted);
    }

    /** Returns how many letters were accepted until now. */
    int size() {
        return accepted.size();
    }

    /** Returns the cases that were accepted until now. */
    List<Accepted> cases() {
        return List.copyOf(cases);
    }
}
