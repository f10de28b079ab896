package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Tests that the version of a service that is named says who may begin a case of it. */
class OlderVersionTest extends EngineTesting {

    @BeforeEach
    void raiseTheLevel() {
        JsonTree second = JsonTree.object()
                .putAll(StandardFiles.json("services/conformance-plain.json"))
                .put("version", "2.0.0")
                .put("assurance", AssuranceLevel.LOA4.uri())
                .build();
        world.services.publish(People.PRINCIPAL, ServiceReader.read(second));
    }

    @Test
    void asksForItsOwnLevel() {
        assertThat(begun(Optional.of("1.0.0")).view().shown().head().service().version())
                .isEqualTo("1.0.0");
    }

    @Test
    void doesNotLowerTheLevelOfAnother() {
        for (Optional<String> version : List.of(Optional.<String>empty(), Optional.of("2.0.0"), Optional.of("3.0.0"))) {
            assertThat(refused(() -> begun(version)).type()).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        }
    }

    private Started begun(Optional<String> version) {
        Submission submission = new Submission(
                new ServiceId("conformance-plain"),
                version,
                CaseHead.Initiator.PARTY,
                new JsonText("{\"subject\":\"å\"}"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return World.started(world.engine.start(ANNA, StartCall.of(submission), world.once(world::answer)));
    }
}
