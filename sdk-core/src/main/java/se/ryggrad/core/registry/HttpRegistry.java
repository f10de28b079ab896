package se.ryggrad.core.registry;

import java.util.List;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.PersonsReader;
import se.ryggrad.core.json.registry.RegistryReader;
import se.ryggrad.core.json.registry.RepresentationSearch;
import se.ryggrad.core.json.registry.RepresentativesReader;

/** Asks a registry over HTTP whom somebody may represent, and who represents somebody, by the contract of the standard. Thread-safe. */
public final class HttpRegistry implements RepresentationRegistry {

    private final RegistryAddress address;
    private final RegistryClient client;
    private final RegistryClient turnedRound;

    /** Creates a registry that answers at {@code address}. */
    public HttpRegistry(RegistryAddress address) {
        this.address = address;
        this.client = new RegistryClient(address, "/representations/searches");
        this.turnedRound = new RegistryClient(address, "/representatives/searches");
    }

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public boolean knows(String issuer) {
        return address.issuers().contains(issuer);
    }

    @Override
    public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
        JsonTree question = JsonTree.object()
                .put("representative", PersonsReader.question(inquiry.representative()))
                .build();
        return client.ask(question, inquiry.traceparent(), RegistryReader::read);
    }

    @Override
    public List<RegisteredRepresentative> representatives(RepresentativesInquiry inquiry) {
        return turnedRound.ask(
                RepresentationSearch.question(inquiry.represented()),
                inquiry.traceparent(),
                RepresentativesReader::read);
    }
}
