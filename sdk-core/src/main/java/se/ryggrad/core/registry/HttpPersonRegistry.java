package se.ryggrad.core.registry;

import java.util.Comparator;
import java.util.Map;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.PersonsReader;

/** Asks a registry over HTTP who is protected, by the contract of the standard. Thread-safe. */
public final class HttpPersonRegistry implements PersonRegistry {

    private final RegistryAddress address;
    private final RegistryClient client;

    /** Creates a registry that answers at {@code address}. */
    public HttpPersonRegistry(RegistryAddress address) {
        this.address = address;
        this.client = new RegistryClient(address, "/persons/searches");
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
    public Map<Identity, Protection> search(PersonInquiry inquiry) {
        JsonTree question = JsonTree.object()
                .put(
                        "persons",
                        inquiry.persons().stream()
                                .sorted(Comparator.comparing(Identity::scheme).thenComparing(Identity::value))
                                .map(PersonsReader::question)
                                .toList())
                .build();
        return client.ask(question, inquiry.traceparent(), octets -> PersonsReader.read(octets, inquiry.persons()));
    }
}
