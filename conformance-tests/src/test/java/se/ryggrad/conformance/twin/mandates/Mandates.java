package se.ryggrad.conformance.twin.mandates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Trace;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;

/** Knows what the people of one principal may do for others: asks the registry each time, and keeps the ids alone. */
public final class Mandates {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Comparator<int[]> BY_CODE_POINT = Arrays::compare;
    private static final Map<String, String> EVERYWHERE = new ConcurrentHashMap<>();

    private final TwinSettings settings;
    private final Clock clock;
    private final RegistryClient registry;
    private final Map<String, String> ids;
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> remembered = new ConcurrentHashMap<>();

    /** Knows nobody yet. */
    public Mandates(TwinSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.registry = new RegistryClient(settings);
        this.ids = settings.breaks(Fault.ID_045_D) ? EVERYWHERE : new ConcurrentHashMap<>();
    }

    /** Returns what a person may do for others today, in order of name and id. */
    public List<Mandate> of(Caller person, Trace trace) {
        var held = held(person, asked(person, trace));
        Comparator<Mandate> byName =
                Comparator.comparing(m -> m.name().codePoints().toArray(), BY_CODE_POINT);
        Comparator<Mandate> byId = Comparator.comparing(Mandate::id);
        if (settings.breaks(Fault.ID_028_E)) {
            held.sort(Comparator.comparing(Mandate::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(byId));
        } else if (!settings.breaks(Fault.ID_028_B)) {
            held.sort(byName.thenComparing(byId));
        }
        return held;
    }

    /** Returns the one that a person names, or ends with 403. */
    public Mandate find(Caller person, String id, Trace trace) {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        var asker = settings.breaks(Fault.ID_045_B) ? owner(person, id) : person;
        return held(asker, settings.breaks(Fault.ID_044_A) ? remembered(asker, trace) : asked(asker, trace)).stream()
                .filter(m -> m.id().equalsIgnoreCase(id) || isEarlier(m, id))
                .findFirst()
                .orElseThrow(() -> Fail.of(ProblemType.FORBIDDEN));
    }

    /** Returns whether an id was given to anybody. */
    public boolean isKnown(String id) {
        return owners.containsKey(id);
    }

    /** Returns whom an officer may represent today, whatever it gives; nobody while a registry is silent. */
    public List<Identity> representedBy(Caller officer, Trace trace) {
        try {
            return registry.ask(officer, trace).stream()
                    .map(entry -> new Mandate("", entry, settings))
                    .filter(this::isOfInterest)
                    .map(m -> new Identity(m.scheme(), m.value()))
                    .distinct()
                    .toList();
        } catch (Fail silent) {
            if (settings.breaks(Fault.ID_075_G)) {
                throw silent;
            }
            return List.of();
        }
    }

    private boolean isOfInterest(Mandate mandate) {
        boolean forOne = mandate.entry().has("services") && settings.breaks(Fault.ID_075_J);
        boolean ofACompany = mandate.scheme().equals("organisationsnummer") && settings.breaks(Fault.ID_075_I);
        boolean readOnly = mandate.rights().equals(List.of("read")) && settings.breaks(Fault.ID_075_L);
        boolean over = mandate.entry().has("until") && settings.breaks(Fault.ID_075_H);
        boolean holds = mandate.holds(LocalDate.ofInstant(clock.instant(), STOCKHOLM));
        return (holds && !forOne && !ofACompany && !readOnly) || over;
    }

    private Caller owner(Caller person, String id) {
        return callers.getOrDefault(id, person);
    }

    private boolean isEarlier(Mandate mandate, String id) {
        return settings.breaks(Fault.ID_045_A)
                && mandate.entry().path("id").asString("").equals(owners.get(id));
    }

    private List<Mandate> held(Caller person, List<JsonNode> entries) {
        var today = LocalDate.ofInstant(clock.instant(), STOCKHOLM);
        var held = new ArrayList<Mandate>();
        for (var entry : entries) {
            var mandate = new Mandate(id(person, entry), entry, settings);
            if (mandate.holds(today)) {
                held.add(mandate);
            }
        }
        return held;
    }

    private String id(Caller person, JsonNode entry) {
        String reference = entry.path("id").asString("");
        String key =
                settings.breaks(Fault.ID_045_C) ? reference : person.scheme() + " " + person.number() + " " + reference;
        String id = settings.breaks(Fault.ID_045_A)
                ? UUID.randomUUID().toString()
                : ids.computeIfAbsent(key, k -> UUID.randomUUID().toString());
        owners.put(id, reference);
        callers.put(id, person);
        return id;
    }

    private List<JsonNode> asked(Caller person, Trace trace) {
        try {
            var entries = registry.ask(person, trace);
            remembered.put(person.number(), entries);
            return entries;
        } catch (Fail silent) {
            if (settings.breaks(Fault.ID_051_A)) {
                return List.of();
            }
            if (settings.breaks(Fault.ID_051_B)) {
                return remembered.getOrDefault(person.number(), List.of());
            }
            throw silent;
        }
    }

    private List<JsonNode> remembered(Caller person, Trace trace) {
        return Optional.ofNullable(remembered.get(person.number())).orElseGet(() -> asked(person, trace));
    }
}
