package se.ryggrad.conformance.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.cli.option.TargetOption;
import se.ryggrad.conformance.doctor.ServerIssuer;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.people.IdentityNumber;

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
            description = "person (default), officer, registrar, desk (of the contact centre), archivist, auditor,"
                    + " admin (of the catalogue) or system.")
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

    @Option(
            names = "--group",
            paramLabel = "GROUPS",
            split = ",",
            description = "An officer's groups beside those of KIND, by comma: protected-identity@ID.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--number",
            paramLabel = "TEST NUMBER",
            description = "A person's test personnummer (twelve digits, birth number 980 to 999).")
    private @Nullable String number;

    @Option(names = "--scope", paramLabel = "SCOPES", split = ",", description = "A system's scopes, by comma.")
    private List<String> scopes = new ArrayList<>();

    @Override
    public Integer call() {
        Optional<IdentityNumber> somebody = Optional.ofNullable(number).map(this::testNumber);
        Path data = Optional.ofNullable(folder).orElseGet(() -> Path.of(System.getProperty("user.home"), ".ryggrad"));
        ServerIssuer issuer = ServerIssuer.read(data.resolve("test-issuer.json"), target.uri());
        TokenBuilder token = switch (kind) {
            case person -> somebody.map(issuer::person).orElseGet(issuer::person);
            case officer -> officer(issuer, "case-officer@" + authority, "unit:" + unit + "@" + authority);
            case registrar -> officer(issuer, "registrar@" + authority);
            case desk -> officer(issuer, "contact-centre@" + authority);
            case archivist -> officer(issuer, "archivist@" + authority);
            case auditor -> officer(issuer, "auditor@" + authority);
            case admin -> officer(issuer, "service-admin@" + authority);
            case system -> issuer.system(scopes);
        };
        out().println(token.compact());
        return ExitCode.DONE;
    }

    private TokenBuilder officer(ServerIssuer issuer, String... own) {
        return issuer.officer(Stream.concat(Stream.of(own), groups.stream()).toList());
    }

    /** Takes official test numbers alone, so that nobody's own number is left in the history of a shell. */
    private IdentityNumber testNumber(String digits) {
        return Optional.of(digits)
                .filter(text -> text.matches("[0-9]{12}"))
                .map(IdentityNumber::new)
                .filter(IdentityNumber::isTest)
                .orElseThrow(() -> bad("usage.test-number"));
    }

    /** The kinds of actor. */
    enum Kind {
        person,
        officer,
        registrar,
        desk,
        archivist,
        auditor,
        admin,
        system
    }
}
