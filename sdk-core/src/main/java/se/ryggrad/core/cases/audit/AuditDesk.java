package se.ryggrad.core.cases.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Replays;
import se.ryggrad.core.json.Positions;

/** Offers the audit over an access log, to auditors alone (CASE-099 to CASE-102). Thread-safe. */
public final class AuditDesk implements AccessAudit {

    private final AccessLog log;
    private final Principals principals;
    private final Clock clock;

    /** Creates the desk of {@code log}. */
    public AuditDesk(AccessLog log, Principals principals, Clock clock) {
        this.log = log;
        this.principals = principals;
        this.clock = clock;
    }

    @Override
    public void requireAuditor(Caller caller, AuthorityId authority) {
        boolean there = principals
                .find(caller.principal())
                .flatMap(known -> known.authority(authority))
                .isPresent();
        boolean auditor = caller.actor() instanceof Actor.Officer officer && officer.audits(authority);
        if (!there || !auditor) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
    }

    @Override
    public Written<Seal> seal(Caller caller, Call call, Once<Seal> once) {
        requireAuditor(caller, call.authority());
        Optional<KeptAnswer> before = log.answer(once.claim());
        if (before.isPresent()) {
            return again(once, before.get());
        }
        call.body().run();
        Seal seal = sealed(caller.principal(), call.authority());
        Answer answer = once.render().apply(seal);
        Optional<KeptAnswer> quicker = log.keep(once.claim(), answer);
        return quicker.isPresent() ? again(once, quicker.get()) : new Written.First<>(seal, answer);
    }

    @Override
    public Stretch read(Caller caller, AuthorityId authority, Optional<String> after, int limit) {
        requireAuditor(caller, authority);
        LogPosition start = new LogPosition(caller.principal(), authority, 0);
        LogPosition from = after.map(text -> known(start, text)).orElse(start);
        List<AuditEntry> items = log.sealed(caller.principal(), authority, from.sequence(), limit);
        long end =
                items.isEmpty() ? from.sequence() : items.get(items.size() - 1).sequence();
        return new Stretch(items, start.at(end).opaque());
    }

    private Seal sealed(PrincipalId principal, AuthorityId authority) {
        AuditHead head = log.seal(principal, authority, HashChain::after);
        String next = new LogPosition(principal, authority, head.sequence()).opaque();
        return new Seal(
                authority, head.sequence(), head.hash(), next, Moment.of(clock).now());
    }

    private LogPosition known(LogPosition start, String text) {
        return start.parse(text)
                .filter(place -> place.sequence()
                        <= log.head(place.principal(), place.authority()).sequence())
                .orElseThrow(Positions::unknown);
    }

    private static Written<Seal> again(Once<Seal> once, KeptAnswer kept) {
        return new Written.Again<>(Replays.again(once.claim(), kept).orElseThrow(Refusals::notFound));
    }
}
