package se.ryggrad.core.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Correction;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.RepresentationKind;

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

    @Test
    void readsWhatItWroteOfAnApproval() {
        Request asked = new Request(
                UUID.randomUUID(),
                Request.Kind.APPROVAL,
                new Request.Addressee.OfParty(PartyId.random()),
                Optional.of(new Request.Representative(
                        new ActorId(UUID.randomUUID().toString()), RepresentationKind.GUARDIAN)),
                "Godkänn.",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Request.State.ANSWERED,
                Optional.of(Request.ApprovalState.REFUSED),
                Audience.ALL_PARTIES,
                List.of(),
                Optional.empty(),
                Optional.of(new SentLetter(UUID.randomUUID(), Optional.of(LocalDate.of(2026, 11, 23)))));
        assertThat(RecordCodec.read(RecordCodec.write(asked), Request.class)).isEqualTo(asked);
        for (Optional<Integer> needed : List.of(Optional.of(2), Optional.<Integer>empty())) {
            Approval reached = new Approval(1, needed);
            assertThat(RecordCodec.read(RecordCodec.write(reached), Approval.class))
                    .isEqualTo(reached);
        }
    }

    @Test
    void readsACaseFromBeforeThereWereApprovals() {
        String older = "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"SUPPLEMENT\","
                + "\"addressee\":{\"$type\":\"OfName\",\"name\":\"Räddningstjänsten\"},\"text\":\"Svara.\","
                + "\"material\":[],\"state\":\"OPEN\",\"audience\":{\"to\":\"ALL_PARTIES\",\"parties\":[]},"
                + "\"secrecy\":[]}";
        Request read = RecordCodec.read(older, Request.class);
        assertThat(read.representative()).isEmpty();
        assertThat(read.approval()).isEmpty();
        assertThat(read.open()).isTrue();
    }
}
