package se.ryggrad.core.catalog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceCatalog;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;
import se.ryggrad.core.text.Wording;

/** Offers the catalogue over a store, and publishes only what is safe to run anywhere (CAT-005 to CAT-013, CAT-025, CAT-026). */
public final class ServiceDesk implements ServiceCatalog {

    private static final String NO_LOGIN = "none";
    private static final Set<String> SEEING = Set.of("full", "until-age-18");

    private final ServiceStore store;
    private final Principals principals;
    private final AssuranceLevel minimum;
    private final Forms forms = new Forms();

    /**
     * Creates the desk.
     *
     * @param minimum the level that a service must ask for at least, when it asks for any
     */
    public ServiceDesk(ServiceStore store, Principals principals, AssuranceLevel minimum) {
        this.store = store;
        this.principals = principals;
        this.minimum = minimum;
    }

    @Override
    public List<ServiceDefinition> search(PrincipalId principal, Optional<String> text, Optional<String> audience) {
        return store.current(principal).stream()
                .filter(service -> text.map(wanted -> mentions(service, wanted)).orElse(true))
                .filter(service -> audience.map(service.audience()::contains).orElse(true))
                .toList();
    }

    @Override
    public ServiceDefinition find(PrincipalId principal, String id, Optional<String> version) {
        Optional<ServiceDefinition> found = id(id).flatMap(known ->
                version.isPresent() ? store.version(principal, known, version.get()) : store.current(principal, known));
        return found.orElseThrow(() -> RyggradException.of(ProblemType.NOT_FOUND, Wording.text("problem.not-found")));
    }

    @Override
    public ServiceStore.Publication publish(Caller caller, String id, JsonText document) {
        JsonDocument read =
                new JsonInput(JsonLimits.DEFAULT).parse(document.text().getBytes(StandardCharsets.UTF_8));
        entitled(caller, read.root());
        List<Fault> faults = new ArrayList<>(faults(id, read));
        unit(caller.principal(), read.root()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        ServiceStore.Publication publication = store.publish(caller.principal(), ServiceReader.read(read.root()));
        if (publication == ServiceStore.Publication.CONFLICT) {
            throw RyggradException.of(Problem.of(ProblemType.STATE_CONFLICT, Wording.text("conflict.published")));
        }
        return publication;
    }

    /** Returns the fault of a unit that the authority does not have (CAT-025). */
    private Optional<Fault> unit(PrincipalId principal, JsonTree root) {
        Optional<Authority> authority = root.at("/authority")
                .flatMap(JsonTree::asText)
                .flatMap(ServiceDesk::authority)
                .flatMap(named -> principals.find(principal).flatMap(known -> known.authority(named)));
        return root.at("/unit")
                .flatMap(JsonTree::asText)
                .filter(unit -> authority
                        .filter(known -> known.units().stream()
                                .noneMatch(each -> each.value().equals(unit)))
                        .isPresent())
                .map(unknown -> FaultTexts.at("/unit", FaultCode.UNKNOWN_VALUE));
    }

    /** Returns all faults of a definition that is to be published under {@code id}. */
    public List<Fault> faults(String id, JsonDocument document) {
        List<Fault> faults = new ArrayList<>(ServiceReader.faults(document));
        JsonTree root = document.root();
        root.at("/id")
                .flatMap(JsonTree::asText)
                .filter(named -> !named.equals(id))
                .ifPresent(other -> faults.add(Fault.at("/id", FaultCode.UNKNOWN_VALUE, Wording.text("fault.path"))));
        root.at("/assurance")
                .flatMap(JsonTree::asText)
                .flatMap(AssuranceLevel::parse)
                .filter(level -> !level.satisfies(minimum))
                .ifPresent(low ->
                        faults.add(Fault.at("/assurance", FaultCode.UNKNOWN_VALUE, Wording.text("fault.level"))));
        root.at("/form").ifPresent(form -> faults.addAll(forms.schemaFaults(form, "/form")));
        faults.addAll(rules(root));
        approval(root).ifPresent(faults::add);
        return faults.stream().sorted().distinct().toList();
    }

    /** Returns the fault of an approval that nobody can give (CAT-026). */
    private static Optional<Fault> approval(JsonTree root) {
        List<String> kinds = root.at("/representation/kinds").flatMap(JsonTree::asArray).orElse(List.of()).stream()
                .flatMap(kind -> kind.asText().stream())
                .toList();
        Optional<String> sight = root.at("/representation/guardianSight").flatMap(JsonTree::asText);
        boolean anybody = root.at("/assurance")
                .flatMap(JsonTree::asText)
                .filter(NO_LOGIN::equals)
                .isPresent();
        boolean enoughAlone = root.at("/approval/quorum")
                .flatMap(JsonTree::asNumber)
                .filter(quorum -> quorum.compareTo(BigDecimal.ONE) == 0)
                .isPresent();
        return root.at("/approval/who")
                .flatMap(JsonTree::asText)
                .filter(who -> anybody
                        || switch (who) {
                            case "guardians" ->
                                !kinds.contains("guardian")
                                        || sight.filter(SEEING::contains).isEmpty();
                            case "joint-signatories" -> !kinds.contains("signatory") || enoughAlone;
                            default -> false;
                        })
                .map(who -> Fault.at("/approval/who", FaultCode.UNKNOWN_VALUE, Wording.text("fault.approval")));
    }

    private List<Fault> rules(JsonTree root) {
        List<Fault> faults = new ArrayList<>();
        List<JsonTree> rules =
                root.at("/decision/rules").flatMap(JsonTree::asArray).orElse(List.of());
        for (int place = 0; place < rules.size(); place++) {
            String pointer = JsonPointer.child("/decision/rules", place) + "/when";
            rules.get(place).at("/when").ifPresent(when -> faults.addAll(forms.schemaFaults(when, pointer)));
        }
        boolean automatic = root.at("/decision/by")
                .flatMap(JsonTree::asText)
                .filter("automatic"::equals)
                .isPresent();
        if (automatic && rules.isEmpty()) {
            faults.add(FaultTexts.at("/decision/rules", FaultCode.REQUIRED));
        }
        return faults;
    }

    private void entitled(Caller caller, JsonTree root) {
        Optional<AuthorityId> authority =
                root.at("/authority").flatMap(JsonTree::asText).flatMap(ServiceDesk::authority);
        if (!(caller.actor() instanceof Actor.Officer officer)) {
            throw forbidden();
        }
        boolean anywhere =
                officer.groups().stream().anyMatch(group -> group.name().equals(OfficerGroup.SERVICE_ADMIN));
        boolean here = authority
                .map(named -> officer.in(OfficerGroup.SERVICE_ADMIN, named) && exists(caller.principal(), named))
                .orElse(anywhere);
        if (!here || moves(caller.principal(), root, authority)) {
            throw forbidden();
        }
    }

    /** Returns whether the definition would move a service to another authority than it has. */
    private boolean moves(PrincipalId principal, JsonTree root, Optional<AuthorityId> authority) {
        return root.at("/id")
                .flatMap(JsonTree::asText)
                .flatMap(ServiceDesk::id)
                .flatMap(id -> store.current(principal, id))
                .filter(current -> !authority.equals(Optional.of(current.authority())))
                .isPresent();
    }

    private boolean exists(PrincipalId principal, AuthorityId authority) {
        return principals
                .find(principal)
                .flatMap(known -> known.authority(authority))
                .isPresent();
    }

    private static RyggradException forbidden() {
        return RyggradException.of(ProblemType.FORBIDDEN, Wording.text("problem.forbidden"));
    }

    private static boolean mentions(ServiceDefinition service, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return texts(service.title(), service.description()).contains(wanted);
    }

    private static String texts(LocalizedText title, LocalizedText description) {
        return String.join("\n", title.sv(), title.en(), description.sv(), description.en())
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<ServiceId> id(String text) {
        try {
            return Optional.of(new ServiceId(text));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    private static Optional<AuthorityId> authority(String text) {
        try {
            return Optional.of(new AuthorityId(text));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }
}
