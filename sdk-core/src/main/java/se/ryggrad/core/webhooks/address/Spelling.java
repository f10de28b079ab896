package se.ryggrad.core.webhooks.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads hosts that are addresses, in every spelling that some software takes for one: IPv4 in one to four parts, each decimal,
 * octal or hexadecimal (inet_aton; WHATWG URL section 3.5), and IPv6 with or without a zone.
 *
 * <p>The platform reads some of them, each version other ones; so none is given to it.
 */
final class Spelling {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final int MOST_PARTS = 4;
    private static final int MOST_DIGITS = 12;
    private static final int OCTET = 256;

    private Spelling() {}

    /** Returns {@code host} without the dot at its end that makes it absolute. */
    static String relative(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Returns whether {@code host} is meant as an address: no name ends in a number. */
    static boolean numeric(String host) {
        String text = relative(host);
        return text.contains(":")
                || NUMBER.matcher(text.substring(text.lastIndexOf('.') + 1)).matches();
    }

    /** Returns whether {@code host} can be one: a name, or an address. */
    static boolean possible(String host) {
        return !numeric(host) || address(host).isPresent();
    }

    /** Returns the address that {@code host} spells; nothing where it spells none, or IPv4 within IPv6. */
    static Optional<InetAddress> read(String host) {
        return address(host).filter(address -> !host.contains(":") || address instanceof Inet6Address);
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return host.contains(":") ? Optional.of(colons(host)) : fourth(relative(host));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    /** Returns an address with colons: the platform makes IPv4 of one that is mapped, and asks nobody. */
    private static InetAddress colons(String host) throws UnknownHostException {
        int zone = host.indexOf('%');
        return InetAddress.getByName(zone < 0 ? host : host.substring(0, zone));
    }

    private static Optional<InetAddress> fourth(String host) throws UnknownHostException {
        List<Long> parts = new ArrayList<>();
        for (String part : host.split("\\.", -1)) {
            @Nullable Long number = number(part);
            if (number == null) {
                return Optional.empty();
            }
            parts.add(number);
        }
        int count = parts.size();
        long last = parts.get(count - 1);
        boolean small = parts.subList(0, count - 1).stream().allMatch(part -> part < OCTET);
        if (count > MOST_PARTS || !small || last >= 1L << (8 * (MOST_PARTS + 1 - count))) {
            return Optional.empty();
        }
        for (int place = 0; place < count - 1; place++) {
            last |= parts.get(place) << (8 * (MOST_PARTS - 1 - place));
        }
        return Optional.of(InetAddress.getByAddress(
                new byte[] {(byte) (last >> 24), (byte) (last >> 16), (byte) (last >> 8), (byte) last}));
    }

    private static @Nullable Long number(String part) {
        if (!NUMBER.matcher(part).matches() || part.length() > MOST_DIGITS) {
            return null;
        }
        try {
            if (part.startsWith("0x")) {
                return part.length() == 2 ? 0L : Long.parseLong(part.substring(2), 16);
            }
            return part.length() > 1 && part.startsWith("0") ? Long.parseLong(part, 8) : Long.parseLong(part);
        } catch (NumberFormatException notOctal) {
            return null;
        }
    }
}
