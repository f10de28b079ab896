package se.ryggrad.core.rest.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

class PacedStreamTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void endsABodyThatDrips() throws IOException {
        PacedStream body = body(100);
        for (int second = 0; second < 4; second++) {
            pass(5);
            assertThat(body.read()).isZero();
        }
        pass(5);
        assertThatThrownBy(body::read)
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.MALFORMED));
    }

    @Test
    void letsALongBodyTakeItsTime() throws IOException {
        PacedStream body = body(16_384 * 200);
        for (int second = 0; second < 100; second++) {
            pass(1);
            assertThat(body.readNBytes(16_384)).hasSize(16_384);
        }
    }

    @Test
    void letsTheEndComeLate() throws IOException {
        PacedStream body = body(1);
        assertThat(body.read()).isZero();
        pass(60);
        assertThat(body.read()).isEqualTo(-1);
    }

    private PacedStream body(int octets) {
        return new PacedStream(new ByteArrayInputStream(new byte[octets]), clock::get);
    }

    private void pass(long seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
