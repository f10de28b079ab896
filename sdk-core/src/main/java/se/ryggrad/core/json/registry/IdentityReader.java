package se.ryggrad.core.json.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonTree;

/** Reads whom a body names by {@code scheme} and {@code value}. Used once. */
public final class IdentityReader {

    private final JsonTree root;
    private final String pointer;
    private final List<Fault> faults;

    private IdentityReader(JsonTree root, String pointer, List<Fault> faults) {
        this.root = root;
        this.pointer = pointer;
        this.faults = faults;
    }

    /**
     * Returns whom the value at {@code pointer} of {@code root}, which is there, names.
     *
     * @param faults takes the faults; nothing is returned then
     */
    public static Optional<Identity> read(JsonTree root, String pointer, List<Fault> faults) {
        return new IdentityReader(root, pointer, faults).read();
    }

    private Optional<Identity> read() {
        if (root.at(pointer).flatMap(JsonTree::asObject).isEmpty()) {
            fault("", FaultCode.TYPE);
            return Optional.empty();
        }
        Optional<IdentityScheme> scheme = text("/scheme").flatMap(this::scheme);
        Optional<String> value = text("/value");
        return scheme.flatMap(known -> value.flatMap(text -> identity(known, text)));
    }

    private Optional<IdentityScheme> scheme(String code) {
        Optional<IdentityScheme> known = Arrays.stream(IdentityScheme.values())
                .filter(scheme -> scheme != IdentityScheme.NONE && scheme.code().equals(code))
                .findFirst();
        if (known.isEmpty()) {
            fault("/scheme", FaultCode.UNKNOWN_VALUE);
        }
        return known;
    }

    private Optional<Identity> identity(IdentityScheme scheme, String value) {
        try {
            return Optional.of(new Identity(scheme, value));
        } catch (IllegalArgumentException invalid) {
            fault("/value", FaultCode.FORMAT);
            return Optional.empty();
        }
    }

    /** Returns the text of a member, and notes that there is none, or something else. */
    private Optional<String> text(String member) {
        Optional<JsonTree> given = root.at(pointer + member);
        Optional<String> text = given.flatMap(JsonTree::asText);
        if (text.isEmpty()) {
            fault(member, given.isEmpty() ? FaultCode.REQUIRED : FaultCode.TYPE);
        }
        return text;
    }

    private void fault(String member, FaultCode code) {
        faults.add(FaultTexts.at(pointer + member, code));
    }
}
