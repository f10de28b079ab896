package se.ryggrad.core.webhooks.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks DNS. Thread-safe. */
@FunctionalInterface
public interface Lookup {

    /** Asks as the platform does. */
    Lookup PLATFORM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * Returns all addresses of a name, one at least.
     *
     * @throws UnknownHostException when there are none, or nobody answers
     */
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
