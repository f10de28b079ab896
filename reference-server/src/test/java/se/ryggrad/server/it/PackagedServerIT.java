package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what {@code java -jar ryggrad-server.jar} does before and around the application. */
class PackagedServerIT {
    @TempDir
    Path data;

    @Test
    void startsOnLoopbackOnlyAndRemovesItsFolder() throws IOException {
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            assertThat(unpacked()).isEqualTo(1);
            Optional<Inet4Address> other = otherAddress();
            Assumptions.assumeTrue(other.isPresent(), "no address but loopback");
            assertThat(connects(new InetSocketAddress(other.get(), server.port())))
                    .isFalse();
            assertThat(connects(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())))
                    .isTrue();
        }
        assertThat(unpacked()).isZero();
        assertThat(data.resolve("ryggrad.mv.db")).exists();
        assertThat(data.resolve("ryggrad.trace.db")).doesNotExist();
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(PackagedServerIT::permissions)).containsOnly("rw-------");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            ServerProcess server = ServerProcess.launch(
                    Path.of("target"),
                    port,
                    Map.of("ryggrad.http.port", Integer.toString(port), "ryggrad.data-dir", data.toString()));
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log()).contains("Port " + port).contains("ryggrad.http.port");
        }
    }

    @Test
    void namesTheSettingOfADataFolderThatCannotBe() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        ServerProcess server = ServerProcess.launch(
                Path.of("target"),
                0,
                Map.of(
                        "ryggrad.http.port",
                        Integer.toString(ServerProcess.freePort()),
                        "ryggrad.data-dir",
                        file.toString()));
        assertThat(server.awaitExit()).isEqualTo(1);
        assertThat(server.log()).contains("ryggrad.data-dir");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long unpacked() throws IOException {
        try (Stream<Path> files = Files.list(ServerProcess.TEMPORARY)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ryggrad-server-"))
                    .count();
        }
    }

    private static Optional<Inet4Address> otherAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(Inet4Address.class::cast)
                .findFirst();
    }

    private static boolean connects(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, 2000);
            return true;
        } catch (ConnectException refused) {
            return false;
        }
    }
}
