package se.ryggrad.conformance.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;

/**
 * Examines whether a run can be done: address, environment, trust, clock, claims and services.
 *
 * <p>Each trouble that it finds names the setting to change.
 */
public final class Doctor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final URI base;
    private final Slot slot;
    private final Consumer<String> healthy;

    /** Creates a doctor for a base URL and a slot, who tells of each thing found in order by the key of its text. */
    public Doctor(URI base, Slot slot, Consumer<String> healthy) {
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
        services(seeing);
        tokens(seeing);
        return target;
    }

    private Target address(RunContext run) {
        Answer answer = asked(run);
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
            throw (Obstacle)
                    Obstacle.of("trouble.no-server", Blame.NETWORK, base).initCause(unmet);
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
                told.map(date -> Duration.between(date, Instant.now()).abs()).orElse(Duration.ZERO);
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
        Set<String> offered = offered(run);
        List<String> missing =
                Services.ids().stream().filter(id -> !offered.contains(id)).toList();
        if (!missing.isEmpty()) {
            throw Obstacle.of("trouble.services", Blame.CONFIGURATION, String.join(", ", missing));
        }
        healthy.accept("healthy.services");
    }

    private static Set<String> offered(RunContext run) {
        List<JsonNode> services = new ArrayList<>();
        String next = "/services?limit=100";
        for (int page = 1; page < 50 && !next.isEmpty(); page++) {
            Answer answer = run.http().get(next).send();
            if (answer.status() != 200) {
                throw Obstacle.of("trouble.catalogue", Blame.SYSTEM, answer.status());
            }
            services.addAll(answer.json().path("items").values());
            next = answer.header("Link").isPresent() ? "/services?limit=100&page=" + (page + 1) : "";
        }
        return services.stream().map(s -> s.path("id").asString("")).collect(Collectors.toSet());
    }

    private void tokens(RunContext run) {
        People people = run.people();
        accepted(run, people.person(), slot.person());
        accepted(run, people.officer(), slot.officer());
        accepted(run, people.system("events:read"), slot.system());
        healthy.accept("healthy.tokens");
    }

    private static void accepted(RunContext run, Credential somebody, Issuer issuer) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = run.http().get("/me").as(somebody).send();
        while (answer.status() == 401
                && System.nanoTime() < end
                && !issuer.fetches().isEmpty()) {
            Pause.brief();
            answer = run.http().get("/me").as(somebody).send();
        }
        if (answer.status() == 401) {
            throw Obstacle.of("trouble.token", Blame.IDENTITY, issuer.url(), issuer.url() + "/jwks.json");
        }
    }
}
