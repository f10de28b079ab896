package se.ryggrad.server.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The few settings that the launcher reads itself, by the rules of MicroProfile Config: a system property goes before an
 * environment variable, whose name is the setting's in upper case with {@code _} for every other character.
 */
final class Settings {
    static final String DATA_DIRECTORY = "ryggrad.data-dir";
    private static final String PREFIX = "ryggrad.";
    private static final String DATABASE_FILE = "ryggrad.mv.db";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final int HIGHEST_PORT = 65_535;

    String host() {
        return value("ryggrad.http.host").orElse("127.0.0.1");
    }

    int port() {
        String text = value("ryggrad.http.port").orElse("9080");
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new SettingException("ryggrad.http.port must be a number from 1 to " + HIGHEST_PORT + ".");
        }
        return Integer.parseInt(text);
    }

    /** Returns the absolute data folder, made if it was not there, for its owner's eyes only. */
    Path dataDirectory() {
        String home = System.getProperty("user.home", ".");
        Path folder = value(DATA_DIRECTORY).map(Path::of).orElse(Path.of(home, ".ryggrad"));
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(
                        absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException failed) {
            throw new SettingException(
                    "The data folder " + absolute + " cannot be made; set ryggrad.data-dir.", failed);
        }
        if (!Files.isWritable(absolute)) {
            throw new SettingException("The data folder " + absolute + " cannot be written; set ryggrad.data-dir.");
        }
        return absolute;
    }

    /** Makes the embedded database's file its owner's alone, whoever may look into the data folder. */
    void closeDatabaseFile(Path folder) {
        Path file = folder.resolve(DATABASE_FILE);
        if (value("ryggrad.db.url").isPresent()) {
            return;
        }
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            }
            Files.setPosixFilePermissions(file, OWNER_ALONE);
        } catch (UnsupportedOperationException otherSystem) {
            // without such permissions the folder's rules hold
        } catch (IOException failed) {
            throw new SettingException("The file " + file + " cannot be written; set ryggrad.data-dir.", failed);
        }
    }

    /**
     * Returns every {@code ryggrad.} system property as a variable of the server's configuration, and closes Liberty's
     * own command port: nothing but the configured address is listened on.
     */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of("command.port", "-1"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> variables.put(name, System.getProperty(name, "")));
        return variables;
    }

    private static Optional<String> value(String name) {
        String property = System.getProperty(name);
        String variable = System.getenv(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        return Optional.ofNullable(property != null ? property : variable).filter(text -> !text.isBlank());
    }
}
