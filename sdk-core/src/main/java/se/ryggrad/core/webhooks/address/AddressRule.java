package se.ryggrad.core.webhooks.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges where events are sent (EVT-011, EVT-012). Thread-safe.
 *
 * <p>Origins that the owner of the system has listed are excepted from everything, when they are written as they are listed.
 */
public final class AddressRule {

    private final Set<String> origins;
    private final Lookup lookup;

    /**
     * Creates the rule.
     *
     * @param origins the origins that are excepted
     * @param lookup asks DNS
     */
    public AddressRule(Set<String> origins, Lookup lookup) {
        this.origins = Set.copyOf(origins);
        this.lookup = lookup;
    }

    /** Returns the endpoint of an address that may be given: of https, or of a listed origin. */
    public Optional<Endpoint> wellFormed(String url) {
        return Endpoint.parse(url)
                .filter(endpoint -> endpoint.encrypted() || listed(endpoint))
                .filter(endpoint -> listed(endpoint) || Spelling.possible(endpoint.host()));
    }

    /** Returns whether {@code endpoint} is of an origin that is excepted. */
    public boolean listed(Endpoint endpoint) {
        return origins.contains(endpoint.origin());
    }

    /**
     * Returns the addresses of a host that may be called.
     *
     * @throws NotPublicException when one of them is not public
     * @throws UnknownHostException when there are none, or nobody answers
     */
    public List<InetAddress> judged(String host) throws UnknownHostException {
        String name = Spelling.relative(host);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            throw new NotPublicException();
        }
        List<InetAddress> addresses = Spelling.numeric(host)
                ? List.of(Spelling.read(host).orElseThrow(NotPublicException::new))
                : lookup.addresses(host);
        if (!addresses.stream().allMatch(PublicAddress::is)) {
            throw new NotPublicException();
        }
        return addresses;
    }

    /** Says that a host leads to an address that is not public; not which, nor to where. */
    public static final class NotPublicException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublicException() {
            super("the address is not public");
        }
    }
}
