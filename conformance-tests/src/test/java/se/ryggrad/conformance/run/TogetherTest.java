package se.ryggrad.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.NotObserved;

/** Tests that a task which is too slow is no fault of the suite. */
class TogetherTest {

    @Test
    void blamesTheNetworkForATaskThatTimedOut() {
        Callable<String> slow = () -> {
            throw new TimeoutException("late");
        };
        assertThatThrownBy(() -> Together.all(List.of(slow)))
                .isInstanceOfSatisfying(
                        NotObserved.class, unmet -> assertThat(unmet.blame()).isEqualTo(Blame.NETWORK));
    }

    @Test
    void givesWhatTheTasksGaveInOrder() {
        List<Callable<String>> tasks = List.of(() -> "a", () -> "b");
        assertThat(Together.all(tasks)).containsExactly("a", "b");
    }
}
