package se.ryggrad.conformance.twin.webhooks;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses that begin alike, after the registries of special addresses of IANA (RFC 6890).
 *
 * @param text how it is written
 * @param first its first address, as a number
 * @param octets how many octets its addresses have
 * @param bits how many bits are alike
 */
record Network(String text, BigInteger first, int octets, int bits) {

    /** Those that are not public. */
    static final List<Network> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/8",
                    "64:ff9b:1::/48",
                    "100::/8",
                    "200::/7",
                    "400::/6",
                    "800::/5",
                    "1000::/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "4000::/2",
                    "8000::/2",
                    "c000::/3",
                    "e000::/4",
                    "f000::/5",
                    "f800::/6",
                    "fc00::/7",
                    "fe00::/9",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    private static final List<Network> EMBEDDING =
            Stream.of("::ffff:0:0/96", "::/96", "64:ff9b::/96").map(Network::of).toList();
    private static final Network SIX_TO_FOUR = of("2002::/16");

    private static Network of(String text) {
        String[] parts = text.split("/", -1);
        byte[] first = (parts[0].contains(":") ? six(parts[0]) : four(parts[0])).orElseThrow();
        return new Network(text, number(first), first.length, Integer.parseInt(parts[1]));
    }

    /** Tells whether it holds an address. */
    boolean holds(byte[] address) {
        int others = address.length * 8 - bits;
        return address.length == octets
                && number(address).xor(first).shiftRight(others).signum() == 0;
    }

    private static BigInteger number(byte[] octets) {
        return new BigInteger(1, octets);
    }

    /** Returns the address of version 4 that one of version 6 holds, if it holds one. */
    static Optional<byte[]> embedded(byte[] address) {
        if (SIX_TO_FOUR.holds(address)) {
            return Optional.of(Arrays.copyOfRange(address, 2, 6));
        }
        return EMBEDDING.stream()
                .filter(network -> network.holds(address))
                .findFirst()
                .map(network -> Arrays.copyOfRange(address, 12, 16));
    }

    /** Reads an address in any spelling; nothing if it is a name. */
    static Optional<byte[]> parsed(String host) {
        return host.startsWith("[") ? six(host.substring(1, host.length() - 1)) : four(host);
    }

    /** Reads one to four numbers, decimal, octal or hexadecimal, the last of which fills what remains. */
    private static Optional<byte[]> four(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4 || !Arrays.stream(parts).allMatch(p -> p.matches("0x[0-9a-f]{1,8}|[0-9]{1,11}"))) {
            return Optional.empty();
        }
        long whole = 0;
        for (int i = 0; i < parts.length; i++) {
            int left = i == parts.length - 1 ? 4 - i : 1;
            long value = value(parts[i]);
            if (value < 0 || value >= 1L << (8 * left)) {
                return Optional.empty();
            }
            whole = (whole << (8 * left)) | value;
        }
        return Optional.of(ByteBuffer.allocate(4).putInt((int) whole).array());
    }

    private static long value(String part) {
        if (part.startsWith("0x")) {
            return Long.parseLong(part.substring(2), 16);
        }
        boolean octal = part.length() > 1 && part.startsWith("0");
        return octal && !part.matches("[0-7]+") ? -1 : Long.parseLong(part, octal ? 8 : 10);
    }

    private static Optional<byte[]> six(String text) {
        String plain = text;
        int dotted = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') > 0) {
            var tail = four(text.substring(dotted));
            if (tail.isEmpty()) {
                return Optional.empty();
            }
            var numbers = ByteBuffer.wrap(tail.get());
            plain = text.substring(0, dotted)
                    + String.format(Locale.ROOT, "%x:%x", numbers.getShort() & 0xffff, numbers.getShort() & 0xffff);
        }
        String[] halves = plain.split("::", -1);
        var first = groups(halves[0]);
        var last = groups(halves.length > 1 ? halves[1] : "");
        int given = first.size() + last.size();
        boolean sound = Stream.concat(first.stream(), last.stream()).allMatch(g -> g.matches("[0-9a-f]{1,4}"));
        if (!sound || halves.length > 2 || given > 8 || (halves.length == 1 && given != 8)) {
            return Optional.empty();
        }
        var octets = ByteBuffer.allocate(16);
        first.forEach(group -> octets.putShort((short) Integer.parseInt(group, 16)));
        octets.position(16 - 2 * last.size());
        last.forEach(group -> octets.putShort((short) Integer.parseInt(group, 16)));
        return Optional.of(octets.array());
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }
}
