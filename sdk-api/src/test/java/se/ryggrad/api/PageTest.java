package se.ryggrad.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5);

    @Test
    void cutsWhatWasAskedForOutOfAWholeList() {
        Page<Integer> second = Page.of(ALL, new PageRequest(2, 2, true));

        assertThat(second.items()).containsExactly(3, 4);
        assertThat(second.more()).isTrue();
        assertThat(second.total()).hasValue(5);
        assertThat(Page.of(ALL, new PageRequest(3, 2, false)).items()).containsExactly(5);
        assertThat(Page.of(ALL, new PageRequest(3, 2, false)).more()).isFalse();
        assertThat(Page.of(ALL, new PageRequest(3, 2, false)).total()).isEmpty();
    }

    @Test
    void isEmptyBeyondTheEnd() {
        Page<Integer> beyond = Page.of(ALL, new PageRequest(Integer.MAX_VALUE, 100, true));

        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.more()).isFalse();
        assertThat(beyond.total()).hasValue(5);
    }
}
