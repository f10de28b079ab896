package se.ryggrad.core.minasidor.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.Page;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.minasidor.index.PushedShare;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;
import se.ryggrad.core.text.Wording;

/**
 * Gathers what the registered sources hold for a person (MINA-011 to MINA-033, MINA-046 to MINA-054). Thread-safe.
 *
 * <p>An overview takes the thread that asks for it and no other: all sources share a few threads, whatever they do. At most 64
 * overviews and 4096 calls are under way at a time.
 */
public final class Portal implements MinaSidor {

    private static final int MOST_CALLS = 4096;
    private static final int MOST_OVERVIEWS = 64;

    private final PortalRegister register;
    private final PushedSources pushed;
    private final Asking.Way way;
    private final RememberedAnswers remembered;
    private final Map<RegisteredSource, SourceBreaker> breakers;
    private final PortalThreads threads;
    private final Semaphore places = new Semaphore(MOST_CALLS);

    /** Creates the portals of {@code register}, to which {@code pushed} is what some of its sources have pushed. */
    public Portal(PortalRegister register, PushedSources pushed, Clock clock) {
        OverviewTerms terms = register.terms();
        this.register = register;
        this.pushed = pushed;
        this.threads = new PortalThreads(terms.deadline());
        this.way = new Asking.Way(
                new TokenExchange(register.clientsByIssuer()),
                new BoundedCalls(terms.deadline(), terms.answerBytes(), threads),
                new AnswerReader(clock),
                threads,
                terms.itemsPerSource());
        this.remembered = new RememberedAnswers(terms.staleFor(), clock);
        this.breakers = register.sources().values().stream()
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), source -> new SourceBreaker(source.id())));
    }

    @Override
    public Optional<OverviewTerms> terms(PrincipalId principal) {
        return register.terms(principal);
    }

    @Override
    public Overview overview(OverviewInquiry inquiry) {
        if (!(inquiry.caller().actor() instanceof Actor.Person)) {
            throw RyggradException.of(ProblemType.FORBIDDEN, Wording.text("problem.forbidden"));
        }
        if (terms(inquiry.caller().principal()).isEmpty()) {
            throw RyggradException.of(ProblemType.NOT_FOUND, Wording.text("problem.not-found"));
        }
        List<RegisteredSource> sources =
                register.sources(inquiry.caller().principal(), inquiry.token().issuer());
        List<PushedShare> shares = pushed.shares(inquiry.caller(), sources);
        Set<RegisteredSource> read = shares.stream().map(PushedShare::source).collect(Collectors.toSet());
        List<RegisteredSource> others =
                sources.stream().filter(source -> !read.contains(source)).toList();
        return shown(inquiry, shares, asked(inquiry, others));
    }

    /** Asks sources; where there are none nothing is kept waiting, and nothing is refused. */
    private List<Asking> asked(OverviewInquiry inquiry, List<RegisteredSource> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        int calls = Math.min(MOST_CALLS, Math.max(MOST_CALLS / MOST_OVERVIEWS, sources.size()));
        if (!places.tryAcquire(calls)) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.overview"));
        }
        try {
            return gathered(inquiry, sources);
        } finally {
            places.release(calls);
        }
    }

    private List<Asking> gathered(OverviewInquiry inquiry, List<RegisteredSource> sources) {
        Gathering gathering = new Gathering(register.terms().deadline(), threads);
        List<Asking> all = sources.stream()
                .map(source -> new Asking(source, inquiry, way, breaker(source), gathering))
                .toList();
        try {
            gathering.run(all);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.overview"), interrupted);
        }
        return all;
    }

    private SourceBreaker breaker(RegisteredSource source) {
        return Optional.ofNullable(breakers.get(source)).orElseThrow();
    }

    private Overview shown(OverviewInquiry inquiry, List<PushedShare> shares, List<Asking> asked) {
        remembered.sweep();
        List<GatheredItem> items = new ArrayList<>();
        List<AskedSource> sources = new ArrayList<>();
        for (PushedShare share : shares) {
            items.addAll(share.items());
            sources.add(share.told());
        }
        for (Asking asking : asked) {
            RegisteredSource source = asking.source();
            sources.add(told(
                    source,
                    asking.outcome(),
                    whose(inquiry, source),
                    inquiry.token().acr(),
                    items));
        }
        items.sort(new GatheredOrder());
        sources.sort(Comparator.comparing(AskedSource::id));
        return new Overview(Page.of(items, inquiry.page()), sources);
    }

    /** Tells what became of a source, and adds what is shown of it to {@code items}. */
    private AskedSource told(
            RegisteredSource source,
            Outcome outcome,
            RememberedAnswers.Whose whose,
            Optional<String> acr,
            List<GatheredItem> items) {
        if (outcome instanceof Outcome.Answered answered) {
            remembered.keep(whose, acr, answered.answer());
            return answered(source, SourceState.OK, answered.answer(), items);
        }
        Reason reason = ((Outcome.Unanswered) outcome).reason();
        if (reason.earlierEnds()) {
            remembered.forget(whose);
        }
        Optional<SourceAnswer> earlier = reason.earlierServes() ? remembered.find(whose, acr) : Optional.empty();
        return earlier.map(answer -> answered(source, SourceState.STALE, answer, items))
                .orElseGet(
                        () -> new AskedSource(source.id(), source.title(), reason.state(), Optional.empty(), 0, false));
    }

    private static AskedSource answered(
            RegisteredSource source, SourceState state, SourceAnswer answer, List<GatheredItem> items) {
        items.addAll(answer.items());
        return new AskedSource(
                source.id(),
                source.title(),
                state,
                Optional.of(answer.at()),
                answer.items().size(),
                answer.more());
    }

    private static RememberedAnswers.Whose whose(OverviewInquiry inquiry, RegisteredSource source) {
        return new RememberedAnswers.Whose(
                inquiry.caller().principal(),
                source.id(),
                inquiry.token().issuer(),
                inquiry.caller().actor().id(),
                inquiry.caller().representation().map(Representation::represented));
    }
}
