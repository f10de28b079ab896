package se.ryggrad.conformance.twin.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import se.ryggrad.conformance.twin.identity.Levels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a service definition that somebody wants to publish. */
public final class DefinitionCheck {

    private static final JsonNode SCHEMA = Texts.standard("schemas/service-definition.schema");

    private final TwinSettings settings;
    private final SafeForm forms;

    /** Begins a check. */
    public DefinitionCheck(TwinSettings settings) {
        this.settings = settings;
        this.forms = new SafeForm(settings);
    }

    /** Returns all that is wrong. */
    public List<FieldFault> check(String pathId, ObjectNode definition) {
        var faults = new ArrayList<>(shape(definition));
        if (definition.path("id").isString()
                && !definition.path("id").asString().equals(pathId)
                && !settings.breaks(Fault.CAT_009_B)) {
            faults.add(FieldFault.at("/id", "const"));
        }
        assurance(definition, faults);
        if (definition.path("approval").path("who").isString() && !isAttainable(definition)) {
            faults.add(FieldFault.at("/approval/who", "unknown-value"));
        }
        faults.addAll(forms.check(definition.path("form"), "/form"));
        var rules = definition.path("decision").path("rules");
        for (int i = 0; i < rules.size(); i++) {
            faults.addAll(forms.check(rules.get(i).path("when"), "/decision/rules/" + i + "/when"));
        }
        faults.addAll(Json.numberFaults(definition));
        return faults;
    }

    private List<FieldFault> shape(ObjectNode definition) {
        if (settings.breaks(Fault.CAT_009_A)) {
            return List.of();
        }
        return FormCheck.check(SCHEMA, definition, "").stream()
                .filter(f -> !"/assurance".equals(f.pointer()) || f.code().equals("required"))
                .filter(f -> !(settings.breaks(Fault.CAT_012_A) && isRule(f)))
                .map(f -> f.code().equals("enum") ? FieldFault.at(String.valueOf(f.pointer()), "unknown-value") : f)
                .toList();
    }

    private static boolean isRule(FieldFault fault) {
        return String.valueOf(fault.pointer()).startsWith("/decision/rules/")
                && fault.code().equals("unknown-member");
    }

    /** Returns whether there is anybody who can agree as the service wants it. */
    private boolean isAttainable(ObjectNode definition) {
        String who = definition.at("/approval/who").asString("");
        var kinds = definition
                .at("/representation/kinds")
                .valueStream()
                .map(k -> k.asString(""))
                .toList();
        String sight = definition.at("/representation/guardianSight").asString("");
        boolean open =
                definition.path("assurance").asString("").equals(Levels.NONE) && !settings.breaks(Fault.CAT_026_C);
        boolean blind = !Set.of("full", "until-age-18").contains(sight) && !settings.breaks(Fault.CAT_026_B);
        boolean alone = definition.at("/approval/quorum").asInt(2) == 1 && !settings.breaks(Fault.CAT_026_D);
        boolean guardians = (kinds.contains("guardian") || settings.breaks(Fault.CAT_026_A)) && !blind;
        return !open
                && switch (who) {
                    case "guardians" -> guardians;
                    case "joint-signatories" -> kinds.contains("signatory") && !alone;
                    default -> true;
                };
    }

    private void assurance(ObjectNode definition, List<FieldFault> faults) {
        String level = definition.path("assurance").asString("");
        boolean reaches = Levels.reaches(level, Levels.LOA3) || settings.breaks(Fault.CAT_013_A);
        boolean fits = Set.of(Levels.NONE).contains(level) || (Levels.isKnown(level) && reaches);
        if (definition.has("assurance") && !fits) {
            faults.add(FieldFault.at("/assurance", Levels.isKnown(level) ? "minimum" : "unknown-value"));
        }
    }
}
