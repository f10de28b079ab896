package se.ryggrad.conformance.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.cli.option.TargetOption;
import se.ryggrad.conformance.doctor.ServerIssuer;
import se.ryggrad.conformance.issuer.TokenBuilder;

/**
 * Makes a token for trying a server by hand, signed with the key that the server made for tests at its start.
 *
 * <p>Prints the token and nothing else, so that it can be put into a variable.
 */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Prints a token for trying a test server.")
final class TokenCommand extends SpokenCommand {

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            defaultValue = "person",
            description = "person (default), officer, registrar, archivist, admin (of the catalogue) or system.")
    private Kind kind = Kind.person;

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
    public Integer call() {
        Path data = Optional.ofNullable(folder).orElseGet(() -> Path.of(System.getProperty("user.home"), ".ryggrad"));
        ServerIssuer issuer = ServerIssuer.read(data.resolve("test-issuer.json"), target.uri());
        TokenBuilder token = switch (kind) {
            case person -> issuer.person();
            case officer -> issuer.officer(List.of("case-officer@" + authority, "unit:" + unit + "@" + authority));
            case registrar -> issuer.officer(List.of("registrar@" + authority));
            case archivist -> issuer.officer(List.of("archivist@" + authority));
            case admin -> issuer.officer(List.of("service-admin@" + authority));
            case system -> issuer.system(scopes);
        };
        out().println(token.compact());
        return ExitCode.DONE;
    }

    /** The kinds of actor. */
    enum Kind {
        person,
        officer,
        registrar,
        archivist,
        admin,
        system
    }
}
