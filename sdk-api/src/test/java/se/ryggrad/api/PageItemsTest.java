package se.ryggrad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageItemsTest {

    private final List<Integer> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 7})
    void givesEveryItemOnceAndInOrder(int count) {
        List<Integer> items = IntStream.range(0, count).boxed().toList();

        assertThat(Page.all(3, page -> asked(items, page))).containsExactlyElementsOf(items);
        assertThat(asked).hasSize(Math.max(1, (count + 2) / 3));
    }

    @Test
    void asksForNoPageBeforeAnItemOfItIsTaken() {
        List<Integer> items = IntStream.range(0, 100).boxed().toList();

        assertThat(Page.all(3, page -> asked(items, page)).limit(3)).hasSize(3);
        assertThat(asked).containsExactly(1);
        assertThat(Page.all(3, page -> asked(items, page)).anyMatch(item -> item == 4))
                .isTrue();
        assertThat(asked).containsExactly(1, 1, 2);
    }

    @Test
    void throwsWhereAPageIsRefused() {
        var items = Page.all(1, page -> {
                    if (page.number() == 2) {
                        throw new IllegalStateException("refused");
                    }
                    return new Page<>(List.of("first"), page, true, OptionalLong.empty());
                })
                .iterator();

        assertThat(items.next()).isEqualTo("first");
        assertThatThrownBy(items::next).hasMessage("refused");
    }

    @Test
    void endsWithAPageThatHasNothingAndPromisesMore() {
        assertThat(Page.all(3, page -> {
                    asked.add(page.number());
                    assertThat(asked).hasSize(1);
                    return new Page<Integer>(List.of(), page, true, OptionalLong.empty());
                }))
                .isEmpty();
        assertThat(asked).containsExactly(1);
    }

    private Page<Integer> asked(List<Integer> items, PageRequest page) {
        asked.add(page.number());
        return Page.of(items, page);
    }
}
