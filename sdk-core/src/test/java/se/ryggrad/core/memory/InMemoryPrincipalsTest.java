package se.ryggrad.core.memory;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.organisation.PrincipalsContract;

class InMemoryPrincipalsTest extends PrincipalsContract {

    @Override
    protected Principals principals() {
        List<Principal> pitea = World.principals().all();
        Principal boden = new Principal(
                new PrincipalId("2582"),
                "Bodens kommun",
                new OrganisationId("2120002767"),
                Optional.of("2582"),
                URI.create("http://localhost:9080/ryggrad/2582/v1"),
                pitea.get(0).authorities());
        return new InMemoryPrincipals(
                Stream.concat(pitea.stream(), Stream.of(boden)).toList());
    }
}
