package se.ryggrad.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Correction;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Decision;

class RecordCodecTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final JsonText NOBODY = new JsonText("[]");

    private static Decision decision(Optional<ChangeGround> ground, List<Correction> corrections) {
        return new Decision(
                UUID.randomUUID(),
                Decision.Kind.FINAL,
                "approved",
                DAY,
                new Decision.Makers(NOBODY, Optional.empty(), NOBODY, NOBODY),
                new JsonText("{}"),
                "Bifall.",
                new Decision.Reasons(Optional.of(new JsonText("{\"text\":\"Ja.\"}")), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ground,
                List.of(),
                corrections,
                Audience.ALL_PARTIES,
                List.of());
    }

    @Test
    void readsADecisionFromBeforeThereWereCorrections() {
        Decision decision = decision(Optional.empty(), List.of());
        String text = RecordCodec.write(decision);
        String older = text.replace("\"corrections\":[],", "");
        assertThat(older).isNotEqualTo(text).doesNotContain("corrections", "changeGround");
        assertThat(RecordCodec.read(older, Decision.class)).isEqualTo(decision);
    }

    @Test
    void readsWhatItWroteOfACorrectedDecision() {
        Correction correction = new Correction(
                DAY, "Skrivfel.", Optional.of("Avslag."), Optional.of(new JsonText("{\"text\":\"Nej.\"}")));
        Decision decision = decision(Optional.of(ChangeGround.CLEARLY_INCORRECT), List.of(correction));
        assertThat(RecordCodec.read(RecordCodec.write(decision), Decision.class))
                .isEqualTo(decision);
    }
}
