package se.ryggrad.core.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.organisation.PrincipalId;

/** Remembers the officers who signed in. Thread-safe. */
public final class InMemoryOfficerDirectory implements OfficerDirectory {

    private final Map<Key, Actor.Officer> officers = new ConcurrentHashMap<>();

    private record Key(PrincipalId principal, ActorId officer) {}

    @Override
    public void seen(PrincipalId principal, Actor.Officer officer) {
        officers.put(new Key(principal, officer.id()), officer);
    }

    @Override
    public Optional<Actor.Officer> find(PrincipalId principal, ActorId id) {
        return Optional.ofNullable(officers.get(new Key(principal, id)));
    }
}
