package se.ryggrad.conformance.twin.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.agreeing.RepresentativesClient;
import se.ryggrad.conformance.twin.catalog.Catalog;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Claims;
import se.ryggrad.conformance.twin.protection.Protections;
import tools.jackson.databind.node.ObjectNode;

/** Holds all that one principal has; its monitor guards everything that changes. */
public final class World {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Map<String, Set<String>> UNITS =
            Map.of("conformance-a", Set.of("unit-a", "unit-a2"), "conformance-b", Set.of("unit-b"));

    private final TwinSettings settings;
    private final String principal;
    private final String base;
    private final Clock clock;
    private final Claims claims;
    private final Catalog catalog = Catalog.withConformanceServices();
    private final Idempotency idempotency;
    private final Protections protections;
    private final RepresentativesClient representatives;
    private final Map<String, CaseFile> cases = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new HashMap<>();
    private final List<ObjectNode> feed = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private @Nullable Post post;

    /** Begins with the conformance services and no case. */
    public World(TwinSettings settings, String principal, String base, Clock clock, Claims claims) {
        this.settings = settings;
        this.principal = principal;
        this.base = base;
        this.clock = clock;
        this.claims = claims;
        this.idempotency = new Idempotency(settings);
        this.protections = new Protections(settings);
        this.representatives = new RepresentativesClient(settings);
    }

    /** Returns the settings. */
    public TwinSettings settings() {
        return settings;
    }

    /** Returns the id of the principal. */
    public String principal() {
        return principal;
    }

    /** Returns the base URL. */
    public String base() {
        return base;
    }

    /** Returns the officers and persons who have called. */
    public Claims claims() {
        return claims;
    }

    /** Returns the catalogue. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns whose personal data is protected. */
    public Protections protections() {
        return protections;
    }

    /** Returns the kept answers. */
    public Idempotency idempotency() {
        return idempotency;
    }

    /** Returns what asks who represents somebody. */
    public RepresentativesClient representatives() {
        return representatives;
    }

    /** Returns the cases by id, oldest first. */
    public Map<String, CaseFile> cases() {
        return cases;
    }

    /** Returns the uploads that wait for use. */
    public Map<String, Upload> uploads() {
        return uploads;
    }

    /** Returns the feed in commit order. */
    public List<ObjectNode> feed() {
        return feed;
    }

    /** Returns the readings of the cases of an authority. */
    public Ledger ledger(String authority) {
        return ledgers.computeIfAbsent(authority, a -> new Ledger(this));
    }

    /** Returns the readings of the cases of all authorities. */
    public List<Ledger> ledgers() {
        return List.copyOf(ledgers.values());
    }

    /** Lets a message service take the letters of the cases. */
    public void post(Post taking) {
        post = taking;
    }

    /** Returns who takes the letters of the cases. */
    public Post post() {
        return Objects.requireNonNull(post, "the twin is a message service");
    }

    /** Returns the case with an id. */
    public Optional<CaseFile> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    /** Returns the instant in the form of the standard. */
    public String now() {
        boolean local = settings.breaks(se.ryggrad.conformance.twin.Fault.CORE_020_B);
        return INSTANT.format(
                local
                        ? clock.instant().atZone(STOCKHOLM).toLocalDateTime().toInstant(ZoneOffset.UTC)
                        : clock.instant());
    }

    /** Returns an instant in the form of the standard. */
    public static String text(java.time.Instant instant) {
        return INSTANT.format(instant);
    }

    /** Returns the date in Stockholm. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), STOCKHOLM);
    }

    /** Returns the next registry number of an authority. */
    public String nextNumber(String authority) {
        int number = numbers.merge(authority, 1, Integer::sum);
        if (settings.breaks(se.ryggrad.conformance.twin.Fault.CASE_015_A)) {
            number = number / 2;
        }
        return "%s %d/%05d"
                .formatted(
                        authority.substring(authority.length() - 1).toUpperCase(java.util.Locale.ROOT),
                        today().getYear(),
                        number);
    }

    /** Returns whether there is an authority. */
    public boolean hasAuthority(String authority) {
        return UNITS.containsKey(authority);
    }

    /** Returns whether an authority has a unit. */
    public boolean hasUnit(String authority, String unit) {
        return UNITS.getOrDefault(authority, Set.of()).contains(unit)
                || catalog.all()
                        .anyMatch(
                                s -> s.authority().equals(authority) && s.unit().equals(unit));
    }

    /** Returns whether a system reaches an authority. */
    public boolean reaches(Caller system, String authority) {
        var reached = settings.clients().get(system.client());
        return reached == null
                || reached.contains(authority)
                || settings.breaks(se.ryggrad.conformance.twin.Fault.ID_031_A);
    }
}
