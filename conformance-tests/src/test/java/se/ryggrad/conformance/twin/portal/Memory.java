package se.ryggrad.conformance.twin.portal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;

/** Remembers the latest answer of each source to each person, as long as the twin runs. */
final class Memory {

    private final TwinSettings settings;
    private final Map<Key, Gathered> answers = new ConcurrentHashMap<>();

    Memory(TwinSettings settings) {
        this.settings = settings;
    }

    void remember(Asking asking, Gathered answer) {
        if (settings.breaks(Fault.MINA_028_B)) {
            answers.putIfAbsent(key(asking, answer.source()), answer);
        } else {
            answers.put(key(asking, answer.source()), answer);
        }
    }

    Optional<Gathered> earlier(Asking asking, Source source) {
        return settings.breaks(Fault.MINA_028_A)
                ? Optional.empty()
                : Optional.ofNullable(answers.get(key(asking, source))).map(answer -> answer.as(State.STALE));
    }

    void forget(Asking asking, Source source) {
        if (!settings.breaks(Fault.MINA_029_C)) {
            answers.remove(key(asking, source));
        }
    }

    private Key key(Asking asking, Source source) {
        var caller = asking.caller();
        return new Key(
                settings.breaks(Fault.MINA_029_D) ? "" : caller.id(),
                settings.breaks(Fault.MINA_029_B) ? "" : asking.represented(),
                settings.breaks(Fault.MINA_029_A) ? "" : caller.acr(),
                source.id());
    }

    private record Key(String person, String represented, String level, String source) {}
}
