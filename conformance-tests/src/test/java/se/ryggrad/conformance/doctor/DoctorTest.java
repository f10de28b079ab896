package se.ryggrad.conformance.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ryggrad.conformance.cli.StubSystem;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.text.Texts;

/** Tests that each thing that stands in the way of a run is told in a sentence that names what to change. */
class DoctorTest {

    private final List<String> healthy = new ArrayList<>();
    private Counterparty counterparty;
    private StubSystem system;

    @BeforeEach
    void start() throws IOException {
        counterparty = Counterparty.listen("127.0.0.1", 0);
        system = new StubSystem(counterparty.origin().substring("http://".length()));
    }

    @AfterEach
    void stop() {
        system.close();
        counterparty.close();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                row(s -> s.answering("/capabilities", 500), "/capabilities gave 500", "--target"),
                row(s -> s.stating("environment", "production"), "environment is production", "ryggrad.environment"),
                row(s -> s.stating("issuers", Json.array()), "does not trust", "ryggrad.issuer.*"),
                row(s -> s.without(Services.B), "conformance-b", "ryggrad.conformance-services=true"),
                row(s -> s.answering("/services", 500), "/services answered 500", "readable without login"),
                row(
                        s -> s.publishing(Services.PLAIN, Json.object("form", Json.object("type", "array"))),
                        "conformance-plain has other content",
                        "empty database"),
                row(s -> s.answering("/me", 401), "refuses good access tokens", "ryggrad.issuer.*.jwks"),
                row(s -> s.answering("/me", 500), "/me answered 500", "mend"),
                row(StubSystem::blindToGroups, "case-officer@conformance-a, unit:unit-a@conformance-a", "from groups"),
                row(
                        s -> s.reaching("suite-system"),
                        "suite-system reaches –",
                        "ryggrad.client.suite-system.authorities=conformance-a,conformance-b"),
                row(
                        s -> s.reaching("suite-system-b", "conformance-a", "conformance-b"),
                        "suite-system-b reaches conformance-a, conformance-b",
                        "ryggrad.client.suite-system-b.authorities=conformance-b"),
                row(
                        StubSystem::deafToTheRegistry,
                        "/me/representations gave 200 without the one",
                        "/1/registry and ryggrad.registry.*.issuers=http://127.0.0.1"),
                row(s -> s.answering("/me/representations", 503), "gave 503 without", "ryggrad.registry.*.url=http"),
                row(
                        s -> s.stating("authorities", Json.array(StubSystem.authority("conformance-b", "unit-b"))),
                        "no conformance authority conformance-a",
                        "ryggrad.authority.conformance-a"),
                row(
                        s -> s.stating("authorities", Json.array(StubSystem.authority("conformance-a", "unit-a"))),
                        "conformance-a has no unit unit-a2",
                        "ryggrad.authority.conformance-a.units"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("troubles")
    void namesWhatToChange(Consumer<StubSystem> fault, String trouble, String setting) {
        fault.accept(system);

        assertThat(obstacle(Clock.systemUTC())).contains(trouble).contains(setting);
    }

    @Test
    void namesTheClocksThatDiffer() {
        assertThat(obstacle(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5))))
                .matches("The system's clock is (299|30[0-9]) seconds away .*: set the clocks right\\.");
    }

    @Test
    void allowsClocksToDifferALittle() {
        doctor(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-20))).examine();

        assertThat(healthy)
                .contains("healthy.clock")
                .endsWith("healthy.registry")
                .doesNotContain("healthy.tls");
    }

    private String obstacle(Clock clock) {
        Obstacle met = catchThrowableOfType(Obstacle.class, () -> doctor(clock).examine());
        return met.trouble().sentence(Texts.in("en"));
    }

    private Doctor doctor(Clock clock) {
        return new Doctor(URI.create(system.base()), counterparty.takeSlot(), healthy::add, clock);
    }

    private static Arguments row(Consumer<StubSystem> fault, String trouble, String setting) {
        return Arguments.of(fault, trouble, setting);
    }
}
