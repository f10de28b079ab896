package se.ryggrad.conformance.twin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a body. */
public final class Judge {

    private final TwinSettings settings;
    private final List<FieldFault> faults = new ArrayList<>();

    /** Begins with the numbers of a body. */
    public Judge(JsonNode body, TwinSettings settings) {
        this.settings = settings;
        faults.addAll(Json.numberFaults(body));
    }

    /** Returns whether the twin has a fault. */
    public boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }

    /** Notes a fault. */
    public void fault(String pointer, String code) {
        faults.add(FieldFault.at(pointer, code));
    }

    /** Notes a fault where something is wrong. */
    public void faultIf(boolean wrong, String pointer, String code) {
        if (wrong) {
            fault(pointer, code);
        }
    }

    /** Returns what is wrong so far. */
    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** Ends with 422 when something is wrong. */
    public void close() {
        if (!faults.isEmpty()) {
            throw Fail.invalid(faults);
        }
    }

    /** Returns the text of a member that shall be there. */
    public Optional<String> text(JsonNode owner, String member, String above) {
        var text = given(owner, member, above);
        faultIf(!owner.has(member), above + "/" + member, "required");
        return text;
    }

    /** Returns the text of a member, if it is there. */
    public Optional<String> given(JsonNode owner, String member, String above) {
        var node = owner.path(member);
        faultIf(owner.has(member) && !node.isString(), above + "/" + member, "type");
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
