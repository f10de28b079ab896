package se.ryggrad.core.rest.gate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.organisation.PrincipalId;

/** Tells the directory of an officer when something about them is new, not at each request. Thread-safe. */
final class SeenOfficers {

    private static final int MOST = 10_000;

    private final Map<Key, Actor.Officer> told = new ConcurrentHashMap<>();

    void tell(OfficerDirectory directory, PrincipalId principal, Actor.Officer officer) {
        Key key = new Key(principal, officer.id().value());
        if (officer.equals(told.get(key))) {
            return;
        }
        directory.seen(principal, officer);
        if (told.size() >= MOST) {
            told.clear();
        }
        told.put(key, officer);
    }

    private record Key(PrincipalId principal, String officer) {}
}
