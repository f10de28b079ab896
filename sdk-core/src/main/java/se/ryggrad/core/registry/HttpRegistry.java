package se.ryggrad.core.registry;

import java.util.List;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.PersonsReader;
import se.ryggrad.core.json.registry.RegistryReader;

/** Asks a registry over HTTP whom somebody may represent, by the contract of the standard. Thread-safe. */
public final class HttpRegistry implements RepresentationRegistry {

    private final RegistryAddress address;
    private final RegistryClient client;

    /** Creates a registry that answers at {@code address}. */
    public HttpRegistry(RegistryAddress address) {
        this.address = address;
        this.client = new RegistryClient(address, "/representations/searches");
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
}
