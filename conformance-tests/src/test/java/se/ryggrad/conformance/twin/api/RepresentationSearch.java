package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.mandates.Mandate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Of whom representations are searched for. */
record RepresentationSearch(String scheme, String value, TwinSettings settings) {

    private static final Set<String> SCHEMES =
            Set.of("personnummer", "samordningsnummer", "prid", "organisationsnummer");

    /** Reads a body, or ends with 422. */
    static RepresentationSearch of(ObjectNode body, TwinSettings settings) {
        var faults = new ArrayList<FieldFault>();
        var represented = body.path("represented");
        if (represented.isObject()) {
            check(represented, settings, faults);
        } else if (body.has("represented") || !settings.breaks(Fault.MINA_010_A)) {
            faults.add(FieldFault.at("/represented", body.has("represented") ? "type" : "required"));
        }
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
        String scheme = represented.path("scheme").asString("");
        String value = represented.path("value").asString("");
        return new RepresentationSearch(scheme, IdentityNumber.canonical(scheme, value), settings);
    }

    private static void check(JsonNode represented, TwinSettings settings, List<FieldFault> faults) {
        text(represented, "scheme", faults);
        if (represented.has("value") || !settings.breaks(Fault.MINA_010_B)) {
            text(represented, "value", faults);
        }
        var scheme = represented.path("scheme");
        boolean known = SCHEMES.contains(scheme.asString(""));
        if (scheme.isString() && !known) {
            faults.add(
                    FieldFault.at("/represented/scheme", settings.breaks(Fault.MINA_010_C) ? "enum" : "unknown-value"));
        }
        var value = represented.path("value");
        boolean good =
                IdentityNumber.isValid(scheme.asString(""), value.asString("")) || settings.breaks(Fault.MINA_010_D);
        if (known && value.isString() && !good) {
            faults.add(FieldFault.at("/represented/value", "format"));
        }
    }

    private static void text(JsonNode represented, String member, List<FieldFault> faults) {
        if (!represented.path(member).isString()) {
            faults.add(FieldFault.at("/represented/" + member, represented.has(member) ? "type" : "required"));
        }
    }

    /** Returns those that are for whom is searched for. */
    List<Mandate> among(List<Mandate> held) {
        var found = new ArrayList<>(held.stream()
                .filter(m -> m.isFor(scheme, value) || settings.breaks(Fault.MINA_009_A))
                .toList());
        if (found.isEmpty() && settings.breaks(Fault.MINA_009_B)) {
            throw Fail.notFound();
        }
        if (settings.breaks(Fault.MINA_009_C)) {
            java.util.Collections.reverse(found);
        }
        return found.size() > 1 && settings.breaks(Fault.MINA_009_D) ? found.subList(0, 1) : found;
    }
}
