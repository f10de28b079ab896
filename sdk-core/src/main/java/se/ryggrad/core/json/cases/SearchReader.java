package se.ryggrad.core.json.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.IdentityReader;

/** Reads the body of {@code POST /cases/searches} (CASE-096, CASE-097). */
public final class SearchReader {

    private static final String IDENTITY = "/identity";
    private static final String NUMBER = "/registryNumber";
    private static final int LONGEST_NUMBER = 50;

    private final JsonTree root;
    private final List<Fault> faults;

    private SearchReader(JsonDocument document) {
        this.root = document.root();
        this.faults = new ArrayList<>(document.faults());
    }

    /**
     * Returns what {@code document} searches for.
     *
     * @throws RyggradException {@code validation} with every fault
     */
    public static CaseQuery.Search read(JsonDocument document) {
        return new SearchReader(document).read();
    }

    private CaseQuery.Search read() {
        Optional<Identity> party = Optional.empty();
        Optional<String> number = Optional.empty();
        if (root.asObject().isEmpty()) {
            fault("", FaultCode.TYPE);
        } else if (root.at(IDENTITY).isEmpty() && root.at(NUMBER).isEmpty()) {
            fault(IDENTITY, FaultCode.REQUIRED);
        } else {
            party = root.at(IDENTITY).flatMap(given -> IdentityReader.read(root, IDENTITY, faults));
            number = root.at(NUMBER).isPresent() ? number() : number;
        }
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
        return new CaseQuery.Search(party, number);
    }

    private Optional<String> number() {
        Optional<String> number = root.at(NUMBER).flatMap(JsonTree::asText);
        if (number.isEmpty()) {
            fault(NUMBER, FaultCode.TYPE);
        }
        int length = number.map(text -> text.codePointCount(0, text.length())).orElse(1);
        if (length == 0) {
            fault(NUMBER, FaultCode.MIN_LENGTH);
        } else if (length > LONGEST_NUMBER) {
            fault(NUMBER, FaultCode.MAX_LENGTH);
        }
        return number;
    }

    private void fault(String pointer, FaultCode code) {
        faults.add(FaultTexts.at(pointer, code));
    }
}
