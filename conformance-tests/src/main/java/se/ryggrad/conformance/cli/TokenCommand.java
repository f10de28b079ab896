package se.ryggrad.conformance.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.ryggrad.conformance.doctor.ServerIssuer;
import se.ryggrad.conformance.issuer.TokenBuilder;

/**
 * Makes a token for trying a server by hand, signed with the key that the server made for tests at its start.
 *
 * <p>Prints the token and nothing else, so that it can be put into a variable.
 */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Prints a token for trying a test server.")
final class TokenCommand implements Callable<Integer>, Speaking {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Language language = new Language();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            defaultValue = "person",
            description = "person (default), officer, registrar or system.")
    private Kind kind = Kind.person;

    @Option(
            names = "--target",
            paramLabel = "URL",
            defaultValue = BaseUrl.DEFAULT,
            converter = BaseUrl.Converter.class,
            description = "Base URL of the principal (default ${DEFAULT-VALUE}).")
    private BaseUrl target = new BaseUrl(URI.create(BaseUrl.DEFAULT));

    @Option(names = "--data-dir", paramLabel = "DIR", description = "The server's data folder (default ~/.ryggrad).")
    private @Nullable Path folder;

    @Option(
            names = "--authority",
            paramLabel = "ID",
            defaultValue = "byggnadsnamnden",
            description = "An officer's authority (default ${DEFAULT-VALUE}).")
    private String authority = "byggnadsnamnden";

    @Option(
            names = "--unit",
            paramLabel = "ID",
            defaultValue = "bygglov",
            description = "An officer's unit (default ${DEFAULT-VALUE}).")
    private String unit = "bygglov";

    @Option(names = "--scope", paramLabel = "SCOPES", split = ",", description = "A system's scopes, by comma.")
    private List<String> scopes = new ArrayList<>();

    @Override
    public String language() {
        return language.code();
    }

    @Override
    public Integer call() {
        Path data = Optional.ofNullable(folder).orElseGet(() -> Path.of(System.getProperty("user.home"), ".ryggrad"));
        ServerIssuer issuer = ServerIssuer.read(data.resolve("test-issuer.json"), target.uri());
        TokenBuilder token = switch (kind) {
            case person -> issuer.person();
            case officer -> issuer.officer(List.of("case-officer@" + authority, "unit:" + unit + "@" + authority));
            case registrar -> issuer.officer(List.of("registrar@" + authority));
            case system -> issuer.system(scopes);
        };
        spec.commandLine().getOut().println(token.compact());
        return ExitCode.DONE;
    }

    /** The kinds of actor. */
    enum Kind {
        person,
        officer,
        registrar,
        system
    }
}
