package se.ryggrad.core.events;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.text.Wording;

/** Offers the feed over a log: positions are opaque to readers and follow commit order (EVT-001 to EVT-007). */
public final class FeedDesk implements EventFeed {

    private static final String SCOPE = "events:read";
    private static final Pattern POSITION = Pattern.compile("o:(0|[1-9][0-9]{0,17})");

    private final EventLog log;

    /** Creates the desk of {@code log}. */
    public FeedDesk(EventLog log) {
        this.log = log;
    }

    @Override
    public Slice read(Caller caller, Optional<String> after, int limit) {
        if (!(caller.actor() instanceof Actor.SystemActor system)
                || !system.scopes().contains(SCOPE)) {
            throw RyggradException.of(ProblemType.FORBIDDEN, Wording.text("forbidden.scope"));
        }
        long from = after.map(text -> known(caller, system.authorities(), text)).orElse(0L);
        List<FeedEvent> items = log.read(caller.principal(), system.authorities(), from, limit);
        long next = items.isEmpty() ? from : items.get(items.size() - 1).position();
        return new Slice(items, opaque(next));
    }

    private long known(Caller caller, Set<AuthorityId> authorities, String text) {
        OptionalLong position = position(text);
        if (position.isEmpty() || !log.knows(caller.principal(), authorities, position.getAsLong())) {
            Fault fault = Fault.of("after", FaultCode.UNKNOWN_VALUE, Wording.text("problem.position"));
            throw RyggradException.of(
                    Problem.of(ProblemType.MALFORMED, Wording.text("problem.position"), List.of(fault)));
        }
        return position.getAsLong();
    }

    private static OptionalLong position(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher position = POSITION.matcher(plain);
            boolean canonical = position.matches()
                    && opaque(Long.parseLong(position.group(1))).equals(text);
            return canonical ? OptionalLong.of(Long.parseLong(position.group(1))) : OptionalLong.empty();
        } catch (IllegalArgumentException notBase64) {
            return OptionalLong.empty();
        }
    }

    private static String opaque(long position) {
        byte[] plain = ("o:" + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
