package se.ryggrad.core.memory;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;

/** Holds a fixed list of principals. */
public final class InMemoryPrincipals implements Principals {

    private final List<Principal> principals;

    /** Creates the list. */
    public InMemoryPrincipals(List<Principal> principals) {
        this.principals = List.copyOf(principals);
    }

    @Override
    public List<Principal> all() {
        return principals;
    }

    @Override
    public Optional<Principal> find(PrincipalId id) {
        return principals.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
