package se.ryggrad.conformance.doctor;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/**
 * Examines whether a run can be done: address, TLS, clock, environment, trust, authorities, services, claims and
 * the registry of representations.
 *
 * <p>Each trouble that it finds names the setting to change.
 */
public final class Doctor {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final URI base;
    private final Slot slot;
    private final Consumer<String> healthy;
    private final Clock clock;

    /** Creates a doctor for a base URL and a slot, who tells of each thing found in order by the key of its text. */
    public Doctor(URI base, Slot slot, Consumer<String> healthy) {
        this(base, slot, healthy, Clock.systemUTC());
    }

    Doctor(URI base, Slot slot, Consumer<String> healthy, Clock clock) {
        this.clock = clock;
        this.base = base;
        this.slot = slot;
        this.healthy = healthy;
    }

    /**
     * Examines everything and returns the target.
     *
     * @throws Obstacle at the first trouble
     */
    public Target examine() {
        RunContext blind = RunContext.begin(Target.unknown(base), slot, 0, Optional.empty());
        Target target = address(blind);
        environment(target);
        issuers(target);
        RunContext seeing = RunContext.begin(target, slot, 0, Optional.empty());
        Readiness readiness = new Readiness(seeing);
        readiness.offices();
        services(seeing);
        readiness.examine();
        healthy.accept("healthy.tokens");
        readiness.registry();
        healthy.accept("healthy.registry");
        return target;
    }

    private Target address(RunContext run) {
        Answer answer = asked(run);
        if ("https".equals(base.getScheme())) {
            healthy.accept("healthy.tls");
        }
        JsonNode capabilities = capabilities(answer);
        Target target = new Target(base, capabilities);
        if (!target.audience().equals(base.toString())) {
            throw Obstacle.of("trouble.base-url", Blame.CONFIGURATION, target.audience(), base);
        }
        healthy.accept("healthy.address");
        clock(answer);
        return target;
    }

    private Answer asked(RunContext run) {
        try {
            return run.http().get("/capabilities").send();
        } catch (NotObserved unmet) {
            throw Unreachable.because(base, unmet);
        }
    }

    private JsonNode capabilities(Answer answer) {
        try {
            JsonNode body = Json.read(answer.body().bytes());
            if (answer.status() == 200 && body.has("standard")) {
                return body;
            }
        } catch (JsonFault fault) {
            throw (Obstacle) Obstacle.of("trouble.address", Blame.CONFIGURATION, base, answer.status())
                    .initCause(fault);
        }
        throw Obstacle.of("trouble.address", Blame.CONFIGURATION, base, answer.status());
    }

    private void clock(Answer answer) {
        Optional<Instant> told = answer.header("Date").flatMap(Doctor::instant);
        Duration apart =
                told.map(date -> Duration.between(date, clock.instant()).abs()).orElse(Duration.ZERO);
        if (apart.compareTo(SKEW) > 0) {
            throw Obstacle.of("trouble.clock", Blame.CONFIGURATION, apart.toSeconds());
        }
        healthy.accept("healthy.clock");
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private void environment(Target target) {
        if (target.environment().filter("test"::equals).isEmpty()) {
            throw Obstacle.of(
                    "trouble.production",
                    Blame.CONFIGURATION,
                    target.environment().orElse("?"));
        }
        healthy.accept("healthy.environment");
    }

    private void issuers(Target target) {
        List<String> trusted = target.issuers();
        for (Issuer issuer : List.of(slot.person(), slot.officer(), slot.system())) {
            if (!trusted.contains(issuer.url())) {
                throw Obstacle.of("trouble.issuer", Blame.IDENTITY, issuer.url());
            }
        }
        healthy.accept("healthy.issuers");
    }

    private void services(RunContext run) {
        new InstalledServices(run.http()).examine();
        healthy.accept("healthy.services");
    }
}
