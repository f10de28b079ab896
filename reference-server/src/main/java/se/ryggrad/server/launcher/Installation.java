package se.ryggrad.server.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server's own files, unpacked to a new folder at each start and removed at its end.
 *
 * <p>A process that is killed leaves its folder behind; the next start removes every folder whose lock nobody holds.
 * No data lies here.
 */
final class Installation implements AutoCloseable {
    private static final String PREFIX = "ryggrad-server-";
    private static final String LOCK = ".lock";
    private static final String SERVER = "wlp/";

    private final Path folder;
    private final FileChannel lock;

    private Installation(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Unpacks the server from the jar that this class was loaded from. */
    static Installation unpack() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir", "."));
        removeAbandoned(parent);
        Path folder = Files.createTempDirectory(parent, PREFIX);
        FileChannel lock = open(folder.resolve(LOCK));
        lock.lock();
        Installation installation = new Installation(folder, lock);
        try (JarFile jar = new JarFile(ownJar())) {
            installation.extract(jar);
        } catch (IOException | RuntimeException failed) {
            installation.close();
            throw failed;
        }
        return installation;
    }

    /** Returns the folder that holds the server, Liberty's {@code wlp}. */
    Path folder() {
        return folder.resolve("wlp");
    }

    /** Removes the folder; a second call does nothing. */
    @Override
    public synchronized void close() {
        remove(folder);
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void extract(JarFile jar) throws IOException {
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(SERVER) && !entry.isDirectory()) {
                extract(jar, entry);
            }
        }
    }

    private void extract(JarFile jar, JarEntry entry) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The jar names a file outside its folder.");
        }
        Files.createDirectories(folder.relativize(target).getNameCount() > 1 ? parent(target) : folder);
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static File ownJar() throws IOException {
        @Nullable
        String path = Installation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        File jar = Path.of(java.net.URI.create("file://" + path)).toFile();
        if (!jar.isFile()) {
            throw new IOException("The server runs from its jar only.");
        }
        return jar;
    }

    private static void removeAbandoned(Path parent) throws IOException {
        List<Path> others;
        try (Stream<Path> children = Files.list(parent)) {
            others = children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path other : others) {
            if (Files.isWritable(other) && Files.exists(other.resolve(LOCK)) && isAbandoned(other)) {
                remove(other);
            }
        }
    }

    private static boolean isAbandoned(Path other) {
        try (FileChannel channel = open(other.resolve(LOCK));
                @Nullable FileLock mine = channel.tryLock()) {
            return mine != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            System.getLogger(Installation.class.getName())
                    .log(System.Logger.Level.WARNING, "The folder of the stopped server could not be removed.", gone);
        }
    }
}
