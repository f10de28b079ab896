package se.ryggrad.core.cases.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.Language;
import se.ryggrad.api.Page;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;
import se.ryggrad.core.json.cases.ReadingWriter;
import se.ryggrad.core.json.cases.client.CaseReader;
import se.ryggrad.core.json.cases.client.EventReader;
import se.ryggrad.core.json.cases.client.ReadingReader;

/**
 * Walks cases at random and reads all that every actor is shown of them as a client does: written again it is the same, but for the
 * kind of an identity whose value is not shown. The seed is printed.
 */
class ReadBackTest {

    private static final int WALKS = 12;
    private static final int STEPS = 40;

    private final long seed = Long.getLong("ryggrad.walk.seed", new Random().nextLong());
    private final World world = new World(seed);
    private int compared;

    @ParameterizedTest
    @ValueSource(strings = {"manual", "legality", "information", "disposal", "together"})
    void writesWhatItReadAsItWas(String service) {
        System.getLogger(ReadBackTest.class.getName())
                .log(System.Logger.Level.INFO, "walk over {0}, -Dryggrad.walk.seed={1}", service, Long.toString(seed));
        Random random = new Random(seed);
        for (int count = 0; count < WALKS; count++) {
            Walk walk = new Walk(world, service, count % 2 == 0);
            for (int step = 0; step < STEPS; step++) {
                walk.take(new Step(
                        Cast.NAMES.get(random.nextInt(Cast.NAMES.size())), Step.ALLOWED, random.nextInt(1000)));
            }
        }
        Cast.ACTORS.values().forEach(this::readBack);
        assertThat(compared).as("seed %d", seed).isGreaterThan(50 * WALKS);
    }

    private void readBack(Caller caller) {
        List<CaseId> ids = new ArrayList<>();
        Page.all(100, page -> world.engine.list(caller, CaseQuery.Filter.NONE, page))
                .forEach(view -> {
                    ids.add(view.shown().id());
                    JsonTree.ObjectNode item = CaseWriter.item(view, Language.SV);
                    same(item, CaseWriter.item(CaseReader.item(item, caller), Language.SV));
                });
        ids.forEach(id -> readBack(caller, id));
    }

    private void readBack(Caller caller, CaseId id) {
        CaseView view = world.engine.find(caller, id);
        JsonTree.ObjectNode shown = CaseWriter.view(view, Language.EN);
        CaseView read = CaseReader.view(shown, caller);
        same(shown, CaseWriter.view(read, Language.EN));
        assertThat(read.self()).isEqualTo(view.self());
        assertThat(read.official()).isEqualTo(view.official());
        Page.all(50, page -> world.engine.events(caller, id, page)).forEach(this::readBack);
        allowed(() -> Page.all(50, page -> world.engine.accessLog(caller, id, page))
                        .toList())
                .ifPresent(readings -> readings.forEach(this::readBack));
    }

    private void readBack(EventView view) {
        JsonTree.ObjectNode event = EventWriter.event(view, Language.SV);
        same(event, EventWriter.event(EventReader.event(event), Language.SV));
    }

    private void readBack(Reading reading) {
        assertThat(ReadingReader.reading(ReadingWriter.reading(reading))).isEqualTo(reading);
        compared++;
    }

    private void same(JsonTree before, JsonTree after) {
        assertThat(JsonOutput.text(after)).as("seed %d", seed).isEqualTo(unnamed(JsonOutput.text(before)));
        compared++;
    }

    private static String unnamed(String json) {
        return json.replaceAll("\"identity\":\\{\"scheme\":\"[a-z]+\"}", "\"identity\":{\"scheme\":\"none\"}");
    }

    private static <T> Optional<T> allowed(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RyggradException refused) {
            return Optional.empty();
        }
    }
}
