package se.ryggrad.core.webhooks.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells which addresses are public: those that the registries of special addresses (RFC 6890, IANA) do not name, and that do
 * not carry an IPv4 address within an IPv6 one.
 */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.31.196.0", 24),
            Block.of("192.52.193.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("192.175.48.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4));

    /** All that is given out for global use; what lies outside is loopback, local, mapped, NAT64, group or reserved. */
    private static final Block GLOBAL_6 = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("2620:4f:8000::", 48),
            Block.of("3fff::", 20));

    private static final int INTERFACE = 8;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] octets = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(octets));
        }
        return GLOBAL_6.holds(octets)
                && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(octets))
                && !isatap(octets);
    }

    /** Returns whether an IPv4 address is the interface of the address (RFC 5214 section 6.1). */
    private static boolean isatap(byte[] octets) {
        return (octets[INTERFACE] & 0xFD) == 0
                && octets[INTERFACE + 1] == 0
                && octets[INTERFACE + 2] == 0x5E
                && octets[INTERFACE + 3] == (byte) 0xFE;
    }

    /**
     * Is a block of addresses.
     *
     * @param first its first address
     * @param bits how many bits they have in common
     */
    private record Block(InetAddress first, int bits) {

        static Block of(String first, int bits) {
            return new Block(Spelling.read(first).orElseThrow(), bits);
        }

        boolean holds(byte[] octets) {
            byte[] own = first.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((own[bit / 8] ^ octets[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
