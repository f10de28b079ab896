package se.ryggrad.server.launcher;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts Liberty's kernel on this process's class path, where its log manager must lie.
 *
 * <p>The virtual machine calls {@link #agentmain} before the main class, as the manifest's {@code Launcher-Agent-Class}.
 */
public final class ServerAgent {
    private static volatile @Nullable Instrumentation instrumentation;

    private ServerAgent() {}

    /** Keeps what the virtual machine hands over. */
    public static void agentmain(String options, Instrumentation given) {
        instrumentation = given;
    }

    /** Adds the kernel of the server unpacked in {@code installation}. */
    static void addKernel(Path installation) throws IOException {
        Instrumentation agent = instrumentation;
        if (agent == null) {
            throw new IllegalStateException("The server runs from its jar only.");
        }
        try (Stream<Path> libraries = Files.list(installation.resolve("lib"))) {
            Path kernel = libraries
                    .filter(file -> file.getFileName().toString().matches("com\\.ibm\\.ws\\.kernel\\.boot_[0-9.]+jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The jar holds no Liberty kernel."));
            agent.appendToSystemClassLoaderSearch(new JarFile(kernel.toFile()));
        }
    }
}
