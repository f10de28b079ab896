package se.ryggrad.conformance.twin.protection;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Registry;
import se.ryggrad.conformance.twin.http.Trace;
import se.ryggrad.conformance.twin.identity.Caller;

/** Knows whose personal data is protected: asks the registries each time, and keeps what they last answered for lists. */
public final class Protections {

    private final TwinSettings settings;
    private final PersonsClient client;
    private final Map<Identity, String> answered = new ConcurrentHashMap<>();
    private final Set<Identity> silent = ConcurrentHashMap.newKeySet();

    /** Knows nobody yet. */
    public Protections(TwinSettings settings) {
        this.settings = settings;
        this.client = new PersonsClient(settings);
    }

    /** Returns what holds about persons in a request for one case, after the registries of its issuer. */
    public Ruling inRequest(Caller caller, Collection<Identity> persons, Trace trace) {
        boolean known = !persons.isEmpty() && answered.keySet().containsAll(persons);
        boolean kept = known && settings.breaks(Fault.ID_056_A);
        boolean begun = !persons.isEmpty() && settings.breaks(Fault.ID_056_B);
        boolean system = known && caller.isSystem() && settings.breaks(Fault.ID_056_E);
        return kept || begun || system ? known(persons) : ask(caller, persons, trace);
    }

    /** Asks the registries of the caller's issuer, keeps what they say, and returns what holds. */
    public Ruling ask(Caller caller, Collection<Identity> persons, Trace trace) {
        var all = persons.stream().distinct().toList();
        var registries = registries(caller);
        return all.isEmpty() || registries.isEmpty() ? known(all) : asked(registries, all, trace);
    }

    /** Returns what the registries of some issuers say of a person now; nothing of it is kept. */
    public Ruling say(Set<String> issuers, Identity person, Trace trace) {
        var registries = settings.registries().stream()
                .filter(r -> r.issuers().stream().anyMatch(issuers::contains))
                .toList();
        String kind = kinds(registries, List.of(person), trace).getOrDefault(person, "");
        return kind.isEmpty() ? Ruling.nobody() : new Ruling(Map.of(person, kind));
    }

    private List<Registry> registries(Caller caller) {
        return settings.registries().stream()
                .filter(r -> r.issuers().contains(caller.issuer()))
                .toList();
    }

    private Ruling asked(List<Registry> registries, List<Identity> persons, Trace trace) {
        var kinds = new HashMap<Identity, String>();
        kinds(registries, persons, trace)
                .forEach((person, kind) -> judged(person, kind).ifPresent(k -> kinds.put(person, k)));
        return new Ruling(kinds);
    }

    /** Returns the protection that registries name of each person: unknown when one of them is silent, or empty. */
    private Map<Identity, String> kinds(List<Registry> registries, List<Identity> persons, Trace trace) {
        var found = new HashMap<Identity, String>();
        boolean whole = true;
        for (var registry : registries) {
            try {
                client.ask(registry.url(), persons, trace)
                        .forEach((person, kind) -> found.merge(person, kind, PersonsAnswer::stronger));
            } catch (IOException e) {
                whole = false;
            }
        }
        for (var person : persons) {
            found.putIfAbsent(person, whole ? "" : Ruling.UNKNOWN);
        }
        found.keySet().retainAll(persons);
        return found;
    }

    /** Keeps an answer, and returns the protection that it means. */
    private Optional<String> judged(Identity person, String kind) {
        String before = Optional.ofNullable(answered.get(person)).orElse("");
        if (kind.equals(Ruling.UNKNOWN)) {
            silent.add(person);
            boolean old = answered.containsKey(person) && settings.breaks(Fault.ID_062_D);
            return settings.breaks(Fault.ID_062_A) || (old && before.isEmpty())
                    ? Optional.empty()
                    : Optional.of(old ? before : kind);
        }
        boolean ended = !before.isEmpty() && kind.isEmpty();
        String now = ended && settings.breaks(Fault.ID_056_C) ? before : kind;
        silent.remove(person);
        answered.put(person, now);
        return now.isEmpty() ? Optional.empty() : Optional.of(now);
    }

    /** Returns what holds in a list about persons: what was last answered, and unknown before the first answer. */
    public Ruling inList(Caller caller, Collection<Identity> persons) {
        return registries(caller).isEmpty() ? known(persons) : known(persons, p -> true);
    }

    /** Returns what holds where nobody can be asked: what was last answered. */
    private Ruling known(Collection<Identity> persons) {
        return known(persons, silent::contains);
    }

    private Ruling known(Collection<Identity> persons, Predicate<Identity> unknown) {
        var kinds = new HashMap<Identity, String>();
        for (var person : persons) {
            String kind = Optional.ofNullable(answered.get(person)).orElse(silence(person, unknown));
            if (!kind.isEmpty()) {
                kinds.put(person, kind);
            }
        }
        return new Ruling(kinds);
    }

    private String silence(Identity person, Predicate<Identity> unknown) {
        return unknown.test(person) && !settings.breaks(Fault.ID_062_A) ? Ruling.UNKNOWN : "";
    }

    /** Returns whether a list asks about a person: no registry has answered about them yet. */
    public boolean isUnanswered(Identity person) {
        boolean forgotten = silent.contains(person) && settings.breaks(Fault.ID_062_C);
        return !answered.containsKey(person) && !forgotten;
    }

    /** Returns the most persons that are asked about again for a list. */
    public int most() {
        return PersonsClient.AT_ONCE;
    }
}
