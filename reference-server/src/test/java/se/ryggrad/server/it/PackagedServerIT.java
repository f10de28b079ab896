package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests what {@code java -jar ryggrad-server.jar} does before and around the application. */
class PackagedServerIT {
    @TempDir
    Path data;

    @Test
    void removesItsFolder() throws IOException {
        try (ServerProcess running = ServerProcess.start(data, Map.of())) {
            assertThat(running.pid()).isPositive();
            assertThat(unpacked()).isEqualTo(1);
        }
        assertThat(unpacked()).isZero();
        assertThat(data.resolve("ryggrad.mv.db")).exists();
        assertThat(data.resolve("ryggrad.trace.db")).doesNotExist();
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(PackagedServerIT::permissions)).containsOnly("rw-------");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "where a process listens is read from /proc")
    void listensOnLoopbackOnly() throws IOException {
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            List<InetSocketAddress> listens = ListeningSockets.of(server.pid());
            assertThat(listens).extracting(InetSocketAddress::getPort).contains(server.port());
            assertThat(listens).allMatch(each -> each.getAddress().isLoopbackAddress());
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "where a process listens is read from /proc")
    void seesWhereAProcessListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(ListeningSockets.of(ProcessHandle.current().pid()))
                    .contains((InetSocketAddress) socket.getLocalSocketAddress());
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

    @Test
    void saysHowItIsUsedAndStartsNothing() {
        ServerProcess asked = ServerProcess.launch(Path.of("target"), 0, Map.of(), "--help");
        assertThat(asked.awaitExit()).isZero();
        ServerProcess misused = ServerProcess.launch(Path.of("target"), 0, Map.of(), "--port=9180");
        assertThat(misused.awaitExit()).isEqualTo(64);
        assertThat(List.of(asked.log(), misused.log())).allMatch(log -> log.contains("ryggrad.http.port (9080)"));
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
}
