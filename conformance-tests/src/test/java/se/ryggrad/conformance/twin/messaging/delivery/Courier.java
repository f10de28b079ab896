package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings.Principal;
import se.ryggrad.conformance.twin.actions.ReturnedLetters;
import se.ryggrad.conformance.twin.cases.World;
import tools.jackson.databind.node.ObjectNode;

/** Sends messages: by one channel at a time, each tried again for a while, until one has delivered. */
public final class Courier {

    private final World world;
    private final Clock clock;
    private final Mailroom mailroom;
    private final Outgoing outgoing;
    private final Operator operator;
    private final Answers answers;
    private final Deliveries deliveries;
    private volatile boolean closed;

    /** Sends for one principal. */
    public Courier(World world, Principal sender, Mailroom mailroom, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.mailroom = mailroom;
        this.outgoing = new Outgoing(world, sender);
        this.operator = new Operator(world.settings());
        this.answers = new Answers(world.settings());
        this.deliveries = new Deliveries(world.settings(), mailroom);
    }

    /** Sends nothing more. */
    public void close() {
        closed = true;
    }

    /** Returns the time, as finely as it is told. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Begins with the next channel, unless none remains or the time has passed; what needs no call is done at once. */
    public void next(Message message) {
        if (isOver(message)) {
            end(message);
            return;
        }
        message.next().ifPresentOrElse(channel -> begin(message, channel), () -> tell(message));
    }

    private void end(Message message) {
        message.end();
        tell(message);
    }

    /** Tells a case that its letter came back. */
    private void tell(Message message) {
        var to = message.order().to();
        if (message.isToldNow()) {
            world.find(to.caseId())
                    .filter(file -> !file.isDisposed())
                    .ifPresent(file -> ReturnedLetters.note(world, file, to.party(), message.id()));
        }
    }

    private boolean isOver(Message message) {
        boolean ignored = breaks(Fault.MSG_021_A) || (message.attempts().size() > 1 && breaks(Fault.MSG_021_C));
        return !ignored && !now().isBefore(message.expiresAt());
    }

    private void begin(Message message, Channel channel) {
        var attempt = message.begin(channel, now());
        if (Offer.isOwn(channel)) {
            own(message, attempt);
            return;
        }
        if (breaks(Fault.MSG_028_F) && message.channels().stream().anyMatch(Offer::isOwn)) {
            mailroom.put(message.order().to().identity(), new Letter(message, now()));
        }
        Threads.after(Duration.ZERO, () -> round(message, attempt));
    }

    /** Names the recipient as they are known now; ends the attempt when they do not wish the notices of the channel. */
    private boolean isAddressed(Message message, Attempt attempt) {
        var address = address(message, attempt.channel());
        if (!message.order().isLetter() && address.isEmpty()) {
            attempt.ended("unreachable", breaks(Fault.MSG_035_C) ? "no-mailbox" : "reserved");
            return false;
        }
        attempt.recipient(outgoing.recipient(message.order(), address, attempt.channel()));
        return true;
    }

    private void own(Message message, Attempt attempt) {
        attempt.begun();
        attempt.delivery(deliveries.id(message, attempt));
        attempt.ended(breaks(Fault.MSG_028_B) ? "accepted" : "delivered", "");
        if (!isMissed(message)) {
            mailroom.put(message.order().to().identity(), new Letter(message, now()));
        }
        if (breaks(Fault.MSG_028_A)) {
            world.find(message.order().to().caseId()).stream()
                    .flatMap(file -> file.parties().stream())
                    .filter(p -> !p.identity().equals(message.order().to().identity()))
                    .forEach(p -> mailroom.put(p.identity(), new Letter(message, now())));
        }
    }

    /** By a fault, what fell back to the inbox is not put there. */
    private boolean isMissed(Message message) {
        var before = message.attempts().size() - 2;
        if (before < 0) {
            return false;
        }
        return breaks(Fault.MSG_028_E)
                || breaks(Fault.MSG_028_F)
                || (breaks(Fault.MSG_028_G) && message.attempts().get(before).is("failed"));
    }

    private Optional<String> address(Message message, Channel channel) {
        var contact = mailroom.contact(message.order().to().identity());
        boolean any = breaks(Fault.MSG_035_B) && !contact.notices().isEmpty();
        boolean wished = contact.wishes(channel) || any || breaks(Fault.MSG_035_A) || breaks(Fault.MSG_035_D);
        return wished ? contact.address(channel) : Optional.empty();
    }

    private void round(Message message, Attempt attempt) {
        synchronized (world) {
            if (closed || !attempt.is("trying")) {
                return;
            }
            if (isOver(message)) {
                expire(message, attempt);
                return;
            }
            boolean remembered = attempt.tries() > 0 && breaks(Fault.MSG_035_E);
            if (!remembered && !isAddressed(message, attempt)) {
                next(message);
                return;
            }
            attempt.begun();
            if (breaks(Fault.MSG_011_G)) {
                attempt.at(now());
            }
        }
        askAll(message);
        var reply = asked(message, attempt);
        synchronized (world) {
            settle(message, attempt, reply);
        }
    }

    /** By a fault, all channels are asked before the first is given anything. */
    private void askAll(Message message) {
        if (breaks(Fault.MSG_015_A) && message.order().isLetter()) {
            for (var channel : message.channels()) {
                var other = new Attempt(channel, now());
                other.recipient(outgoing.recipient(message.order(), Optional.empty(), channel));
                if (!Offer.isOwn(channel)) {
                    operator.post(channel, "/reachability", outgoing.question(message.order(), other));
                }
            }
        }
    }

    private Reply asked(Message message, Attempt attempt) {
        if (!breaks(Fault.MSG_016_A)) {
            var question = outgoing.question(message.order(), attempt);
            var reply = answers.reached(operator.post(attempt.channel(), "/reachability", question));
            if (reply.kind() != Reply.Kind.REACHED) {
                return reply;
            }
        }
        if (isUnwished(message, attempt)) {
            return Reply.of(Reply.Kind.UNREACHABLE, "reserved");
        }
        return given(message, attempt);
    }

    /** By a fault, a channel is asked about somebody who does not wish its notices. */
    private boolean isUnwished(Message message, Attempt attempt) {
        synchronized (world) {
            return breaks(Fault.MSG_035_D)
                    && !message.order().isLetter()
                    && !mailroom.contact(message.order().to().identity()).wishes(attempt.channel());
        }
    }

    private Reply given(Message message, Attempt attempt) {
        ObjectNode body;
        synchronized (world) {
            if (!attempt.is("trying")) {
                return Reply.again(Duration.ZERO);
            }
            deliveries.give(message, attempt);
            body = outgoing.delivery(message, attempt, now());
        }
        return answers.delivered(operator.post(attempt.channel(), "/deliveries", body));
    }

    private void settle(Message message, Attempt attempt, Reply reply) {
        if (!attempt.is("trying") && !breaks(Fault.MSG_026_E)) {
            return;
        }
        switch (reply.kind()) {
            case DELIVERED, REACHED -> attempt.ended("delivered", "");
            case ACCEPTED -> {
                attempt.ended("accepted", "");
                if (breaks(Fault.MSG_015_C)) {
                    next(message);
                }
            }
            case UNREACHABLE -> lose(message, attempt, "unreachable", reply.reason());
            case FAILED -> lose(message, attempt, "failed", reply.reason());
            case AGAIN -> again(message, attempt, reply.pause());
        }
    }

    private void lose(Message message, Attempt attempt, String outcome, String reason) {
        attempt.ended(outcome, reason);
        next(message);
    }

    private void again(Message message, Attempt attempt, Duration asked) {
        int most = breaks(Fault.MSG_020_D) ? Offer.TRIES - 1 : Offer.TRIES;
        if (attempt.tries() >= (breaks(Fault.MSG_020_C) ? 2 * Offer.TRIES : most)) {
            lose(message, attempt, "failed", breaks(Fault.MSG_020_N) ? "rejected" : "channel-unavailable");
            return;
        }
        if (attempt.tries() == 1 && breaks(Fault.MSG_015_B)) {
            next(message);
        }
        var pause = pause(attempt, asked);
        var left = Duration.between(now(), message.expiresAt());
        if (left.compareTo(pause) < 0 && !breaks(Fault.MSG_021_A)) {
            Threads.after(left.plusMillis(1), () -> overdue(message, attempt));
            return;
        }
        Threads.after(pause, () -> round(message, attempt));
    }

    private Duration pause(Attempt attempt, Duration asked) {
        int doublings = breaks(Fault.MSG_020_B) ? 0 : Math.min(attempt.tries() - 1, 5);
        var own = breaks(Fault.MSG_020_A) ? Duration.ZERO : Offer.FIRST_RETRY.multipliedBy(1L << doublings);
        return asked.compareTo(own) > 0 && !breaks(Fault.MSG_020_E) ? asked : own;
    }

    private void overdue(Message message, Attempt attempt) {
        synchronized (world) {
            if (!closed && attempt.is("trying")) {
                expire(message, attempt);
            }
        }
    }

    private void expire(Message message, Attempt attempt) {
        attempt.ended("failed", breaks(Fault.MSG_021_B) ? "channel-unavailable" : "expired");
        if (breaks(Fault.MSG_021_C) && message.next().isPresent()) {
            begin(message, message.next().get());
            return;
        }
        end(message);
    }

    /** Notes that a channel has delivered. */
    public void delivered(Attempt attempt) {
        boolean expired = attempt.reason().equals("expired") && !breaks(Fault.MSG_027_D);
        boolean lost = attempt.is("failed") && breaks(Fault.MSG_027_B);
        boolean deaf = breaks(Fault.MSG_026_D);
        if ((attempt.is("trying", "accepted") && !deaf) || expired || lost) {
            attempt.ended("delivered", "");
        }
    }

    /** Notes that a channel could not deliver after all, and goes on with the next. */
    public void failed(Message message, Attempt attempt, String reason) {
        boolean late = attempt.is("delivered") && !breaks(Fault.MSG_026_A);
        if (attempt.is("failed") && breaks(Fault.MSG_027_A)) {
            message.after(attempt).ifPresent(channel -> begin(message, channel));
        }
        if (!attempt.is("trying", "accepted") && !late) {
            return;
        }
        attempt.ended("failed", breaks(Fault.MSG_026_C) ? "bounced" : reason);
        if (late && breaks(Fault.MSG_042_B)) {
            message.leavesCase();
        }
        if (breaks(Fault.MSG_026_B)) {
            end(message);
            return;
        }
        next(message);
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
