package se.ryggrad.server.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads from Linux where a process listens. */
final class ListeningSockets {
    private static final String LISTENING = "0A";
    private static final int WORD = 4;

    private ListeningSockets() {}

    /** Returns every address and port of TCP that the process listens at. */
    static List<InetSocketAddress> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = sockets(process.resolve("fd"));
        return Stream.concat(
                        Files.readAllLines(process.resolve("net/tcp")).stream(),
                        Files.readAllLines(process.resolve("net/tcp6")).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTENING) && own.contains("socket:[" + fields[9] + "]"))
                .map(fields -> address(fields[1]))
                .toList();
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> open = Files.list(descriptors)) {
            for (Path each : open.toList()) {
                if (Files.isSymbolicLink(each)) {
                    sockets.add(Files.readSymbolicLink(each).toString());
                }
            }
        }
        return sockets;
    }

    /** The kernel prints each word of 32 bits of an address as a number of this machine, the least octet first. */
    private static InetSocketAddress address(String printed) {
        String[] parts = printed.split(":", 2);
        byte[] words = HexFormat.of().parseHex(parts[0]);
        byte[] octets = new byte[words.length];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = words[i - i % WORD + WORD - 1 - i % WORD];
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(octets), Integer.parseInt(parts[1], 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
