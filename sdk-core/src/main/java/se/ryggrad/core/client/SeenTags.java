package se.ryggrad.core.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Representation;

/**
 * Remembers by which tag callers saw a case at a version, so that acting on what was seen needs no further reading, which the
 * access log of the case would show. The latest ones of them are kept. Thread-safe.
 */
final class SeenTags {

    private final Map<Seen, String> tags;

    SeenTags(int most) {
        this.tags = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Seen, String> eldest) {
                return size() > most;
            }
        };
    }

    /** Remembers the tag that {@code view} came with. */
    synchronized void keep(Caller caller, CaseView view, String tag) {
        tags.put(seen(caller, view.shown().id(), view.shown().head().version()), tag);
    }

    /** Returns the tag by which {@code caller} saw the case at {@code version}, or nothing. */
    synchronized Optional<String> find(Caller caller, CaseId id, Version version) {
        return Optional.ofNullable(tags.get(seen(caller, id, version)));
    }

    private static Seen seen(Caller caller, CaseId id, Version version) {
        return new Seen(caller.actor().id(), caller.representation().map(Representation::id), id, version);
    }

    private record Seen(ActorId actor, Optional<UUID> by, CaseId id, Version version) {}
}
