package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is searched for: a case has all of it.
 *
 * @param identity who is a party
 * @param number the registry number
 */
record Wanted(Optional<Identity> identity, Optional<String> number, TwinSettings settings) {

    private static final Set<String> SCHEMES =
            Set.of("personnummer", "samordningsnummer", "prid", "organisationsnummer");
    private static final int LONGEST = 50;

    /** Reads a body, or ends with 422. */
    static Wanted of(ObjectNode body, TwinSettings settings) {
        var faults = new ArrayList<FieldFault>();
        if (!body.has("identity") && !body.has("registryNumber") && !settings.breaks(Fault.CASE_097_A)) {
            faults.add(FieldFault.at("/identity", "required"));
        }
        var identity = body.path("identity");
        if (body.has("identity")) {
            check(identity, settings, faults);
        }
        number(body.path("registryNumber"), faults);
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
        String scheme = identity.path("scheme").asString("");
        String value = IdentityNumber.canonical(scheme, identity.path("value").asString(""));
        return new Wanted(
                body.has("identity") ? Optional.of(new Identity(scheme, value)) : Optional.empty(),
                body.has("registryNumber")
                        ? Optional.of(body.path("registryNumber").asString(""))
                        : Optional.empty(),
                settings);
    }

    private static void check(JsonNode identity, TwinSettings settings, List<FieldFault> faults) {
        if (!identity.isObject()) {
            faults.add(FieldFault.at("/identity", "type"));
            return;
        }
        String scheme = text(identity, "scheme", faults);
        boolean none = scheme.equals("none") && settings.breaks(Fault.CASE_097_C);
        if (identity.path("scheme").isString() && !SCHEMES.contains(scheme) && !none) {
            faults.add(FieldFault.at("/identity/scheme", "unknown-value"));
        }
        boolean bare = !identity.has("value") && settings.breaks(Fault.CASE_097_B);
        String value = bare ? "" : text(identity, "value", faults);
        boolean judged = SCHEMES.contains(scheme) && identity.path("value").isString();
        boolean loose = settings.breaks(Fault.CASE_097_D)
                || (scheme.equals("organisationsnummer") && settings.breaks(Fault.CASE_097_E));
        if (judged && !IdentityNumber.isValid(scheme, value) && !loose) {
            faults.add(FieldFault.at("/identity/value", "format"));
        }
    }

    private static String text(JsonNode identity, String member, List<FieldFault> faults) {
        if (!identity.path(member).isString()) {
            faults.add(FieldFault.at("/identity/" + member, identity.has(member) ? "type" : "required"));
        }
        return identity.path(member).asString("");
    }

    private static void number(JsonNode number, List<FieldFault> faults) {
        if (number.isMissingNode()) {
            return;
        }
        String text = number.asString("");
        if (!number.isString()) {
            faults.add(FieldFault.at("/registryNumber", "type"));
        } else if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            faults.add(FieldFault.at("/registryNumber", text.isEmpty() ? "min-length" : "max-length"));
        }
    }

    /** Returns whether a case has what is searched for. */
    boolean fits(CaseFile file) {
        boolean somebody = identity.map(i -> hasParty(file, i)).orElse(true);
        boolean numbered = number.map(n -> isNumbered(file, n)).orElse(true);
        boolean either = identity.isPresent() && number.isPresent() && settings.breaks(Fault.CASE_096_B);
        return either ? somebody || numbered : somebody && numbered;
    }

    private boolean hasParty(CaseFile file, Identity wanted) {
        return file.parties().stream()
                .filter(p -> p.role().equals("applicant") || !settings.breaks(Fault.CASE_096_H))
                .filter(p -> p.identity().equals(wanted))
                .anyMatch(this::isThere);
    }

    private boolean isThere(Party party) {
        return !party.isEnded() || settings.breaks(Fault.CASE_096_A);
    }

    private boolean isNumbered(CaseFile file, String wanted) {
        String actual = file.registryNumber();
        boolean begins = actual.startsWith(wanted) && !actual.equals(wanted) && settings.breaks(Fault.CASE_096_J);
        boolean alike = actual.equalsIgnoreCase(wanted) && !actual.equals(wanted) && settings.breaks(Fault.CASE_096_L);
        return (actual.equals(wanted) && !wanted.isEmpty()) || begins || alike;
    }
}
