package se.ryggrad.conformance.twin.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.identity.Caller.Group;
import se.ryggrad.conformance.twin.identity.Caller.Kind;

/** Reads who calls from the claims of a token (OIDC Sweden claims 1.0), one principal at a time. */
public final class Claims {

    private static final String OIDC = "https://id.oidc.se/claim/";
    private static final String AFFILIATION = OIDC + "orgAffiliation";
    private static final Map<String, String> SCHEMES = Map.of(
            OIDC + "personalIdentityNumber",
            "personnummer",
            OIDC + "coordinationNumber",
            "samordningsnummer",
            "https://id.swedenconnect.se/claim/prid",
            "prid");

    private static final Set<String> SCOPES = Set.of(
            "cases:open",
            "cases:register",
            "cases:read",
            "events:read",
            "messages:send",
            "receipts:write",
            "overview:write",
            "overview:read",
            "mina-arenden");

    private final TwinSettings settings;
    private final String organisation;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Caller> officers = new ConcurrentHashMap<>();

    /** Reads tokens of officers of one organisation, and of everybody else. */
    public Claims(TwinSettings settings, String organisation) {
        this.settings = settings;
        this.organisation = organisation;
    }

    /** Returns who calls, or nothing when the claims do not fit together. */
    public Optional<Caller> caller(JWTClaimsSet set) {
        var numbers = new LinkedHashMap<String, String>();
        SCHEMES.forEach((claim, scheme) -> {
            if (set.getClaim(claim) != null) {
                numbers.put(scheme, String.valueOf(set.getClaim(claim)));
            }
        });
        boolean system = set.getClaim("client_id") != null;
        if (set.getClaim(AFFILIATION) != null && (numbers.isEmpty() || !overlooksAffiliation(set))) {
            return officer(set, numbers);
        }
        if (numbers.isEmpty() && system) {
            return Optional.of(system(set));
        }
        return person(set, numbers);
    }

    private boolean overlooksAffiliation(JWTClaimsSet set) {
        boolean forPersons = settings.issuers().stream()
                .anyMatch(issuer -> issuer.url().equals(set.getIssuer()) && issuer.actor() == Kind.PERSON);
        return settings.breaks(Fault.ID_016_A) || (forPersons && settings.breaks(Fault.ID_016_B));
    }

    private Optional<Caller> person(JWTClaimsSet set, Map<String, String> numbers) {
        if (numbers.size() != 1 && !(settings.breaks(Fault.ID_015_B) && numbers.size() > 1)) {
            return Optional.empty();
        }
        var entry = numbers.entrySet().iterator().next();
        if (!isValid(entry.getKey(), entry.getValue()) && !settings.breaks(Fault.ID_015_A)) {
            return Optional.empty();
        }
        var who = written(entry.getKey(), entry.getValue(), set);
        String key = settings.breaks(Fault.ID_026_A) ? set.getIssuer() + set.getSubject() : who.getValue();
        if (settings.breaks(Fault.ID_026_B)) {
            key = set.getIssuer() + who.getValue();
        }
        var grant = Grant.of(set);
        boolean raised = grant.isExchanged() && settings.breaks(Fault.MINA_006_M);
        return Optional.of(new Caller(
                Kind.PERSON,
                personId(who.getKey(), key),
                text(set, "name"),
                who.getKey(),
                who.getValue(),
                raised ? Levels.LOA4 : level(set),
                List.of(),
                grant.isExchanged() ? scopes(set) : Set.of(),
                "",
                grant,
                Optional.empty(),
                List.of()));
    }

    private boolean isValid(String scheme, String number) {
        boolean loose = scheme.equals("prid")
                && (settings.breaks(Fault.ID_066_A)
                        || (number.matches("[A-Z]{2}:[0-9a-z-]{10,30}") && settings.breaks(Fault.ID_066_C)));
        return loose || IdentityNumber.isValid(scheme, number);
    }

    /** Returns scheme and number as they are compared. */
    private Map.Entry<String, String> written(String scheme, String number, JWTClaimsSet set) {
        if (!scheme.equals("prid")) {
            return Map.entry(scheme, number);
        }
        String mapped = text(set, "https://id.swedenconnect.se/claim/mappedPersonalIdentityNumber");
        if (!mapped.isEmpty() && settings.breaks(Fault.ID_068_D)) {
            return Map.entry("personnummer", mapped);
        }
        String canonical = IdentityNumber.canonical(scheme, number);
        boolean asSent = !canonical.equals(number) && settings.breaks(Fault.ID_067_A);
        return Map.entry(scheme, asSent ? number : canonical);
    }

    private String level(JWTClaimsSet set) {
        String acr = text(set, "acr");
        return settings.breaks(Fault.ID_019_A) && !Levels.isKnown(acr) ? Levels.LOA3 : acr;
    }

    /** Returns the opaque id of a person: the same whichever issuer the token comes from. */
    public String personId(String scheme, String number) {
        boolean local = scheme.equals("prid") && settings.breaks(Fault.ID_068_A);
        return id(scheme + " " + (local ? number.substring(3) : number));
    }

    private Optional<Caller> officer(JWTClaimsSet set, Map<String, String> numbers) {
        String affiliation = String.valueOf(set.getClaim(AFFILIATION));
        if (set.getClaim(AFFILIATION) instanceof List<?> list && settings.breaks(Fault.ID_017_B)) {
            affiliation = String.valueOf(list.get(0));
        }
        boolean ours = affiliation.matches("[^@]+@" + organisation)
                || (affiliation.matches("[^@]+@[0-9]{10}") && settings.breaks(Fault.ID_017_A));
        if (!ours) {
            return Optional.empty();
        }
        var officer = new Caller(
                Kind.OFFICER,
                id("officer " + set.getIssuer() + " " + set.getSubject()),
                text(set, "name"),
                numbers.keySet().stream().findFirst().orElse("none"),
                numbers.values().stream().findFirst().orElse(""),
                text(set, "acr"),
                groups(set.getClaim("groups")),
                Set.of(),
                "",
                Grant.of(set),
                Optional.empty(),
                List.of());
        officers.put(officer.id(), officer);
        return Optional.of(officer);
    }

    private static List<Group> groups(Object claim) {
        var groups = new ArrayList<Group>();
        if (claim instanceof List<?> list) {
            for (Object entry : list) {
                String[] parts = String.valueOf(entry).split("@", -1);
                if (parts.length == 2) {
                    groups.add(new Group(parts[1], parts[0]));
                }
            }
        }
        return groups;
    }

    private Caller system(JWTClaimsSet set) {
        String client = text(set, "client_id");
        return new Caller(
                Kind.SYSTEM,
                id("system " + client),
                client,
                "none",
                "",
                "",
                List.of(),
                scopes(set),
                client,
                Grant.of(set),
                Optional.empty(),
                List.of());
    }

    private Set<String> scopes(JWTClaimsSet set) {
        String text = text(set, "scope");
        boolean exchanged = Exchange.isMade(set);
        if (exchanged && text.contains(" ") && settings.breaks(Fault.MINA_006_I)) {
            return Set.of();
        }
        boolean loose = exchanged && settings.breaks(Fault.MINA_006_C);
        return Arrays.stream(text.split(" ", -1))
                .map(scope -> loose && scope.startsWith("overview:read") ? "overview:read" : scope)
                .filter(SCOPES::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns an officer who has called before. */
    public Optional<Caller> knownOfficer(String id) {
        return Optional.ofNullable(officers.get(id));
    }

    private String id(String key) {
        return ids.computeIfAbsent(
                settings.breaks(Fault.ID_025_A) ? key + UUID.randomUUID() : key,
                k -> UUID.randomUUID().toString());
    }

    private static String text(JWTClaimsSet set, String name) {
        Object value = set.getClaim(name);
        return value == null ? "" : String.valueOf(value);
    }
}
