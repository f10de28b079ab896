package se.ryggrad.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;

class IntakeTest {

    private static final InputStream BODY = InputStream.nullInputStream();

    private final Intake intake = new Intake();

    @Test
    void letsHalfOfThePlacesToTheAnonymous() throws IOException {
        assertThat(places(true, 1000)).isEqualTo(12);
        assertThat(places(false, 1000)).isEqualTo(24);
    }

    @Test
    void letsThoseWhoAreLoggedInPastTheAnonymous() throws IOException {
        int both = within(true, 12, () -> places(false, 1000));
        assertThat(both).isEqualTo(12);
    }

    @Test
    void keepsPlacesForJsonWhenDocumentsTakeTheirs() throws IOException {
        int json = within(false, 24, () -> intake.json(true, BODY, body -> 1));
        assertThat(json).isEqualTo(1);
    }

    @Test
    void givesPlacesBackWhenReadingFails() throws IOException {
        for (int count = 0; count < 50; count++) {
            assertThatThrownBy(() -> intake.document(true, BODY, body -> {
                        throw new IOException("broken");
                    }))
                    .isExactlyInstanceOf(IOException.class);
        }
        assertThat(intake.<Integer>document(true, BODY, body -> 1)).isEqualTo(1);
    }

    /** Returns how many are in at the same time until one is refused. */
    private int places(boolean anonymous, int most) throws IOException {
        try {
            return most == 0 ? 0 : intake.document(anonymous, BODY, body -> 1 + places(anonymous, most - 1));
        } catch (RyggradException refused) {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
            return 0;
        }
    }

    private <T> T within(boolean anonymous, int places, Inner<T> inner) throws IOException {
        return places == 0
                ? inner.run()
                : intake.document(anonymous, BODY, body -> within(anonymous, places - 1, inner));
    }

    @FunctionalInterface
    private interface Inner<T> {
        T run() throws IOException;
    }
}
