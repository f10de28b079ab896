package se.ryggrad.core.minasidor;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.organisation.PrincipalId;

/** Knows where people go on with a case at the principal (MINA-008). You plug it in. */
@FunctionalInterface
public interface CasePages {

    /** Returns the https address of the page about a case, or nothing where {@code principal} has no such page. */
    Optional<URI> of(PrincipalId principal, CaseId id);

    /** Returns the pages after one template for each principal that has one. */
    static CasePages at(Map<PrincipalId, CasePage> templates) {
        Map<PrincipalId, CasePage> known = Map.copyOf(templates);
        return (principal, id) -> Optional.ofNullable(known.get(principal)).map(page -> page.of(id));
    }
}
