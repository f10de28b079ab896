package se.ryggrad.core.json.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;

/** Reads and writes the body of {@code POST /me/representations/searches} (MINA-009, MINA-010). */
public final class RepresentationSearch {

    private static final String REPRESENTED = "/represented";

    private RepresentationSearch() {}

    /**
     * Returns whom {@code document} names.
     *
     * @throws RyggradException {@code validation} with every fault
     */
    public static Identity read(JsonDocument document) {
        List<Fault> faults = new ArrayList<>(document.faults());
        Optional<Identity> represented = read(document.root(), faults);
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        return represented.orElseThrow();
    }

    private static Optional<Identity> read(JsonTree root, List<Fault> faults) {
        if (root.asObject().isEmpty()) {
            faults.add(FaultTexts.at("", FaultCode.TYPE));
            return Optional.empty();
        }
        if (root.at(REPRESENTED).isEmpty()) {
            faults.add(FaultTexts.at(REPRESENTED, FaultCode.REQUIRED));
            return Optional.empty();
        }
        return IdentityReader.read(root, REPRESENTED, faults);
    }

    /** Returns the body that asks for {@code represented}. */
    public static JsonTree question(Identity represented) {
        return JsonTree.object()
                .put("represented", PersonsReader.question(represented))
                .build();
    }
}
