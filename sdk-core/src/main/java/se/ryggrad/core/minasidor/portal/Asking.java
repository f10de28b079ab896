package se.ryggrad.core.minasidor.portal;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Asks one source for one overview: exchanges the token, finds whom it is for where it is for somebody else, and reads the items.
 * Confined to the thread of its {@link Gathering}.
 */
final class Asking {

    private static final System.Logger LOG = System.getLogger(Asking.class.getName());

    private final RegisteredSource source;
    private final OverviewInquiry inquiry;
    private final Way way;
    private final SourceBreaker breaker;
    private final Executor turns;

    private Optional<Outcome> outcome = Optional.empty();
    private boolean exchanging;
    private boolean over;
    private boolean called;
    private long since;
    private @Nullable UnderWay underWay;

    /**
     * Is what all sources are asked by.
     *
     * @param exchange exchanges tokens
     * @param calls makes calls
     * @param reader reads answers
     * @param threads does what is not to hold up the overview, and knows whether this process is late
     * @param limit how many items a source is asked for
     */
    record Way(TokenExchange exchange, BoundedCalls calls, AnswerReader reader, PortalThreads threads, int limit) {}

    /** Is a call, and what is done with its answer. */
    private record UnderWay(
            BoundedCalls.Call call, BiConsumer<BoundedCalls.@Nullable Answered, @Nullable Throwable> then) {}

    /** Creates the asking of {@code source}, whose steps are done in {@code turns}. */
    Asking(RegisteredSource source, OverviewInquiry inquiry, Way way, SourceBreaker breaker, Executor turns) {
        this.source = source;
        this.inquiry = inquiry;
        this.way = way;
        this.breaker = breaker;
        this.turns = turns;
    }

    RegisteredSource source() {
        return source;
    }

    /** Returns whether there is an outcome. */
    boolean ended() {
        return outcome.isPresent();
    }

    /** Returns the outcome. */
    Outcome outcome() {
        return outcome.orElseThrow();
    }

    /** Returns whether the issuer has been asked and has not answered. */
    boolean exchanging() {
        return exchanging && !ended();
    }

    /** Ends before it has begun when the source is left alone. */
    void leaveAlone() {
        if (breaker.rests()) {
            end(new Outcome.Unanswered(breaker.last()));
        }
    }

    /** Begins. */
    void begin() {
        exchanging = true;
        call(
                way.exchange().request(inquiry.token(), source, trace()),
                answer -> ask(TokenExchange.token(answer, inquiry.token(), source)));
    }

    /** Returns whether an answer has come whole, or none will, and what is to be done then waits for its turn. */
    boolean waits() {
        UnderWay waiting = underWay;
        return !ended() && waiting != null && waiting.call().answer().isDone();
    }

    /** Does at once what waits for its turn, but asks nothing more. */
    void catchUp() {
        over = true;
        Optional.ofNullable(underWay).filter(waiting -> waits()).ifPresent(waiting -> {
            CompletableFuture<BoundedCalls.Answered> unused =
                    waiting.call().answer().whenComplete(waiting.then());
        });
    }

    /**
     * Ends what has not ended: it did not come in time.
     *
     * @param fair how long a source has been asked that is blamed for it
     */
    void giveUp(Duration fair) {
        if (!ended()) {
            end(new Outcome.Unanswered(Reason.TIMEOUT), !waits() && System.nanoTime() - since >= fair.toNanos());
            Optional.ofNullable(underWay).ifPresent(late -> way.threads().execute(late.call()::cancel));
        }
    }

    private void ask(ExchangedToken token) {
        exchanging = false;
        expectTime();
        called = breaker.begin();
        since = System.nanoTime();
        if (!called) {
            throw new UnansweredException(breaker.last());
        }
        SourceRequests requests = new SourceRequests(source, token, trace());
        Optional<Identity> represented = inquiry.caller().representation().map(Representation::represented);
        if (represented.isPresent()) {
            call(
                    requests.search(represented.get()),
                    answer -> items(requests, token, Optional.of(SourceRequests.found(answer))));
        } else {
            items(requests, token, Optional.empty());
        }
    }

    private void items(SourceRequests requests, ExchangedToken token, Optional<UUID> representation) {
        expectTime();
        call(
                requests.items(way.limit(), representation),
                answer -> end(new Outcome.Answered(way.reader().read(source, token.subject(), answer))));
    }

    private void expectTime() {
        if (over) {
            throw new UnansweredException(Reason.TIMEOUT);
        }
    }

    /** Makes a call, and once more when it was not heard: all that is asked here may be asked twice. */
    private void call(HttpRequest request, Consumer<BoundedCalls.Answered> then) {
        send(request, (answer, broken) -> {
            if (broken != null && !ended() && !over && BoundedCalls.unheard(broken)) {
                send(request, (again, brokenAgain) -> step(again, brokenAgain, then));
            } else {
                step(answer, broken, then);
            }
        });
    }

    private void send(HttpRequest request, BiConsumer<BoundedCalls.@Nullable Answered, @Nullable Throwable> then) {
        BoundedCalls.Call call = way.calls().begin(request);
        underWay = new UnderWay(call, then);
        CompletableFuture<BoundedCalls.Answered> unused = call.answer().whenCompleteAsync(then, turns);
    }

    private void step(
            BoundedCalls.@Nullable Answered answer, @Nullable Throwable broken, Consumer<BoundedCalls.Answered> then) {
        if (ended()) {
            return;
        }
        try {
            if (answer == null) {
                throw broken == null ? new UnansweredException(Reason.FAILED) : UnansweredException.of(broken);
            }
            then.accept(answer);
        } catch (UnansweredException unanswered) {
            end(new Outcome.Unanswered(unanswered.reason()));
        } catch (RuntimeException failed) { // one source that breaks something here takes no other along
            LOG.log(
                    System.Logger.Level.ERROR,
                    "source {0} could not be read: {1}",
                    source.id(),
                    failed.getClass().getName());
            end(new Outcome.Unanswered(Reason.FAILED));
        }
    }

    private void end(Outcome became) {
        end(became, true);
    }

    private void end(Outcome became, boolean hadTime) {
        outcome = Optional.of(became);
        Optional<Reason> reason =
                became instanceof Outcome.Unanswered none ? Optional.of(none.reason()) : Optional.empty();
        if (called) {
            tell(reason, hadTime);
        }
        reason.ifPresent(why -> LOG.log(level(why), "source {0}: {1}", source.id(), why));
    }

    /** Tells the breaker; a source that had not the time is not to blame, nor one that may have answered a process that was late. */
    private void tell(Optional<Reason> reason, boolean hadTime) {
        boolean silent = reason.equals(Optional.of(Reason.TIMEOUT));
        if (silent && (!hadTime || way.threads().lateSince(since))) {
            breaker.excuse();
        } else {
            breaker.end(reason);
        }
    }

    /** Returns how loud it is: a source that shows one person's matters to another, or an issuer that gives too much away. */
    private static System.Logger.Level level(Reason why) {
        return why == Reason.FOREIGN || why == Reason.MISTAKEN
                ? System.Logger.Level.WARNING
                : System.Logger.Level.DEBUG;
    }

    private String trace() {
        return inquiry.caller().traceparent();
    }
}
