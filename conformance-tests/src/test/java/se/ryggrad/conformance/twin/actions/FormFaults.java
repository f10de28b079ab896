package se.ryggrad.conformance.twin.actions;

import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.FieldFault;

/** Says which faults of a form a broken twin overlooks. */
final class FormFaults {

    private FormFaults() {}

    static boolean isForgotten(FieldFault fault, TwinSettings settings) {
        String pointer = String.valueOf(fault.pointer());
        return (settings.breaks(Fault.CASE_003_A) && pointer.equals("/form/otherMeasure"))
                || (settings.breaks(Fault.CASE_003_B)
                        && pointer.startsWith("/form/contacts/")
                        && fault.code().equals("required"))
                || (settings.breaks(Fault.CASE_003_C) && fault.code().equals("exclusive-minimum"))
                || (settings.breaks(Fault.CASE_004_A) && fault.code().equals("unknown-member"))
                || (settings.breaks(Fault.CASE_005_A) && fault.code().equals("format"));
    }
}
