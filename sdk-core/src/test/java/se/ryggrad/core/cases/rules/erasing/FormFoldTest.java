package se.ryggrad.core.cases.rules.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

class FormFoldTest {

    private static final Erasure BY = new Erasure(LocalDate.of(2026, 11, 23), "KS 2026/17", "Dataskydd");
    private static final List<EventType> TYPES =
            List.of(EventType.SUPPLEMENTED, EventType.REQUEST_ANSWERED, EventType.MESSAGE_ADDED);
    private static final List<String> MEMBERS = List.of("a", "b", "c", "d");

    @RepeatedTest(300)
    void isWhatTheEventsThatAreLeftGiveAndTheChainHolds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, Integer> expected = new TreeMap<>();
        List<CaseEvent> events = new ArrayList<>();
        String previous = HashChain.START;
        int count = 1 + random.nextInt(12);
        for (int place = 0; place < count; place++) {
            EventType type = place == 0 ? EventType.SUBMITTED : TYPES.get(random.nextInt(TYPES.size()));
            Map<String, Integer> given = given(random);
            CaseEvent whole = event(type, place + 1, previous, given);
            previous = whole.seal().hash();
            boolean erased = random.nextInt(3) == 0;
            events.add(erased ? whole.erased(BY) : whole);
            if (!erased && FormFold.gives(whole)) {
                expected.putAll(given);
            }
        }

        assertThat(CanonicalJson.of(FormFold.of(events)))
                .isEqualTo(CanonicalJson.of(object(expected).json()));
        assertThat(HashChain.holds(events)).isTrue();
        assertThat(HashChain.holds(
                        events.stream().map(event -> event.erased(BY)).toList()))
                .isTrue();
        assertThat(HashChain.holds(events.subList(1, events.size()))).isEqualTo(events.size() == 1);
    }

    @Test
    void doesNotTakeAnotherContentForTheErasedOne() {
        CaseEvent whole = event(EventType.SUBMITTED, 1, HashChain.START, Map.of("a", 1));
        CaseEvent.Seal forged = new CaseEvent.Seal(
                "ab".repeat(32), whole.seal().previous(), whole.seal().hash());
        CaseEvent erased = whole.erased(BY);

        assertThat(HashChain.holds(List.of(
                        new CaseEvent(erased.id(), 1, erased.type(), erased.recordedAt(), erased.substance(), forged))))
                .isFalse();
        assertThat(erased.erased(new Erasure(BY.on(), "KS 2026/99", "Annat"))).isEqualTo(erased);
    }

    private static Map<String, Integer> given(Random random) {
        Map<String, Integer> given = new TreeMap<>();
        MEMBERS.stream().filter(member -> random.nextBoolean()).forEach(member -> given.put(member, random.nextInt(9)));
        return given;
    }

    private static CaseEvent event(EventType type, int sequence, String previous, Map<String, Integer> given) {
        JsonText content = CanonicalJson.of(JsonTree.object()
                .put("type", type.code())
                .put("data", JsonTree.object().put("form", object(given)).build())
                .build());
        return new CaseEvent(
                new UUID(0, sequence),
                sequence,
                type,
                Instant.parse("2026-11-23T11:00:00Z"),
                new CaseEvent.Told(content, "00".repeat(32), "Anna", Audience.ALL_PARTIES, List.of()),
                HashChain.seal(previous, sequence, new byte[32], content));
    }

    private static JsonTree.ObjectNode object(Map<String, Integer> members) {
        JsonBuilder object = JsonTree.object();
        members.forEach((name, value) -> object.put(name, value.longValue()));
        return object.build();
    }
}
