package se.ryggrad.conformance.twin.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a body. */
final class Judge {

    private final TwinSettings settings;
    private final List<FieldFault> faults = new ArrayList<>();

    /** Begins with the numbers of a body. */
    Judge(JsonNode body, TwinSettings settings) {
        this.settings = settings;
        faults.addAll(Json.numberFaults(body));
    }

    boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }

    void fault(String pointer, String code) {
        faults.add(FieldFault.at(pointer, code));
    }

    void faultIf(boolean wrong, String pointer, String code) {
        if (wrong) {
            fault(pointer, code);
        }
    }

    /** Returns what is wrong so far. */
    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** Ends with 422 when something is wrong. */
    void close() {
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
    }

    /** Returns the text of a member that shall be there. */
    Optional<String> text(JsonNode owner, String member, String above) {
        var text = given(owner, member, above);
        faultIf(!owner.has(member), above + "/" + member, "required");
        return text;
    }

    /** Returns the text of a member, if it is there. */
    Optional<String> given(JsonNode owner, String member, String above) {
        var node = owner.path(member);
        faultIf(owner.has(member) && !node.isString(), above + "/" + member, "type");
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /** Returns the text of a member that shall be there, within bounds counted in code points. */
    Optional<String> bounded(JsonNode owner, String member, String above, int longest) {
        var text = text(owner, member, above);
        text.ifPresent(t -> bound(t, above + "/" + member, longest));
        return text;
    }

    private void bound(String text, String pointer, int longest) {
        int length = breaks(Fault.MSG_006_E) ? text.length() : text.codePointCount(0, text.length());
        faultIf(length == 0, pointer, "min-length");
        faultIf(length > longest, pointer, "max-length");
    }
}
