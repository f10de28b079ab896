package se.ryggrad.server.portability;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the engine, what it cannot do without and an empty application into a WAR, with nothing of the reference server. */
final class PortableWar {

    private static final List<String> LIBRARIES = List.of(
            "ryggrad-sdk-api",
            "ryggrad-sdk-core",
            "nimbus-jose-jwt",
            "json-schema",
            "java-json-canonicalization",
            "re2j",
            "failsafe");
    private static final String APPLICATION =
            PortableApplication.class.getName().replace('.', '/') + ".class";
    private static final String BEANS = """
        <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
        """;

    private PortableWar() {}

    /** Writes the WAR to {@code file}. */
    static Path write(Path file) throws IOException {
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(file))) {
            add(war, "WEB-INF/beans.xml", BEANS.getBytes(StandardCharsets.UTF_8));
            add(war, "WEB-INF/classes/" + APPLICATION, resource("/" + APPLICATION));
            add(war, "WEB-INF/classes/META-INF/microprofile-config.properties", resource("settings.properties"));
            for (String library : LIBRARIES) {
                Path jar = jar(library);
                add(war, "WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
        return file;
    }

    private static void add(ZipOutputStream war, String name, byte[] content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content);
        war.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = PortableWar.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(content, name).readAllBytes();
        }
    }

    private static Path jar(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-\\d.*(?<!-tests)\\.jar");
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .filter(path -> name.matcher(String.valueOf(path.getFileName())).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar of " + artifact + " on the class path"));
    }
}
