package se.ryggrad.core.json.catalog;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.AttachmentRule;
import se.ryggrad.api.catalog.DecisionMode;
import se.ryggrad.api.catalog.GuardianSight;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.catalog.Retention;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Reads service definitions after the published schema; what a form may not use is not looked at here. */
public final class ServiceReader {

    private static final BodySchema SCHEMA = BodySchema.of(
            StandardFiles.json("schemas/service-definition.schema.json").json());
    private static final String NO_LOGIN = "none";

    private ServiceReader() {}

    /** Returns all faults of a definition against the published schema (CAT-009). */
    public static List<Fault> faults(JsonDocument document) {
        List<Fault> faults = new ArrayList<>(document.faults());
        faults.addAll(SCHEMA.faults(document.root(), ""));
        document.root()
                .asObject()
                .flatMap(root -> root.text("assurance"))
                .filter(uri ->
                        !uri.equals(NO_LOGIN) && AssuranceLevel.parse(uri).isEmpty())
                .ifPresent(uri -> faults.add(FaultTexts.at("/assurance", FaultCode.UNKNOWN_VALUE)));
        return faults;
    }

    /**
     * Returns the definition that {@code root} holds.
     *
     * @param root a definition without faults
     * @throws RuntimeException when it has faults after all
     */
    public static ServiceDefinition read(JsonTree root) {
        JsonTree.ObjectNode body = root.asObject().orElseThrow();
        return new ServiceDefinition(
                new ServiceId(text(body, "id")),
                text(body, "version"),
                localized(body, "title"),
                localized(body, "description"),
                new AuthorityId(text(body, "authority")),
                new UnitId(text(body, "unit")),
                Set.copyOf(body.texts("audience")),
                assurance(text(body, "assurance")),
                flow(body),
                body.member("form").orElseThrow().json(),
                attachments(body),
                representation(body.object("representation").orElseThrow()),
                body.object("approval").map(ServiceReader::approval),
                Track.valueOf(constant(text(body, "track"))),
                decision(body.object("decision").orElseThrow()),
                body.object("retention").map(ServiceReader::retention).orElse(Retention.KEEP),
                !body.items("secrecy").isEmpty(),
                CanonicalJson.of(root));
    }

    private static Optional<AssuranceLevel> assurance(String text) {
        return text.equals(NO_LOGIN)
                ? Optional.empty()
                : Optional.of(AssuranceLevel.parse(text).orElseThrow());
    }

    private static ServiceDefinition.Flow flow(JsonTree.ObjectNode body) {
        return new ServiceDefinition.Flow(
                automatic(body, "registration"), automatic(body, "completion"), automatic(body, "notification"));
    }

    private static RepresentationRule representation(JsonTree.ObjectNode rule) {
        Set<RepresentationKind> kinds = rule.texts("kinds").stream()
                .map(code -> RepresentationKind.parse(code).orElseThrow())
                .collect(Collectors.toSet());
        return new RepresentationRule(kinds, GuardianSight.parse(text(rule, "guardianSight")));
    }

    private static ApprovalRule approval(JsonTree.ObjectNode rule) {
        Optional<BigDecimal> quorum = rule.member("quorum").flatMap(JsonTree::asNumber);
        return new ApprovalRule(
                ApprovalRule.Who.valueOf(constant(text(rule, "who"))),
                quorum.map(number -> OptionalInt.of(bounded(number))).orElseGet(OptionalInt::empty));
    }

    /** Returns a number of people that is as good as {@code number}: there are never more than an int can tell. */
    private static int bounded(BigDecimal number) {
        return number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    private static boolean automatic(JsonTree.ObjectNode body, String step) {
        return "automatic".equals(text(body, step));
    }

    private static List<AttachmentRule> attachments(JsonTree.ObjectNode body) {
        return body.items("attachments").stream()
                .flatMap(item -> item.asObject().stream())
                .map(rule -> new AttachmentRule(
                        text(rule, "id"),
                        localized(rule, "title"),
                        rule.member("required").flatMap(JsonTree::asTruth).orElse(false),
                        rule.member("maxCount")
                                .flatMap(JsonTree::asNumber)
                                .orElseThrow()
                                .intValue(),
                        rule.texts("mediaTypes")))
                .toList();
    }

    private static DecisionMode decision(JsonTree.ObjectNode body) {
        List<DecisionMode.Rule> rules = body.items("rules").stream()
                .flatMap(item -> item.asObject().stream())
                .map(ServiceReader::rule)
                .toList();
        return new DecisionMode(DecisionMode.By.valueOf(constant(text(body, "by"))), rules);
    }

    private static Retention retention(JsonTree.ObjectNode rule) {
        return new Retention(
                "dispose".equals(text(rule, "action")), rule.text("period").map(Period::parse));
    }

    private static DecisionMode.Rule rule(JsonTree.ObjectNode rule) {
        Optional<JsonText> instruction = rule.member("appealInstruction").map(JsonTree::json);
        return new DecisionMode.Rule(
                rule.member("when").orElseThrow().json(),
                text(rule, "outcome"),
                text(rule, "text"),
                rule.member("reasons").orElseThrow().json(),
                instruction);
    }

    private static LocalizedText localized(JsonTree.ObjectNode body, String name) {
        return FaultTexts.localized(body.object(name).orElseThrow());
    }

    private static String text(JsonTree.ObjectNode body, String name) {
        return body.text(name).orElseThrow();
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
