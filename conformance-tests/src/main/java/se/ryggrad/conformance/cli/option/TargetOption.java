package se.ryggrad.conformance.cli.option;

import java.net.URI;
import picocli.CommandLine.Option;

/** The option that names the system. */
public final class TargetOption {

    @Option(
            names = "--target",
            paramLabel = "URL",
            defaultValue = BaseUrl.DEFAULT,
            converter = BaseUrl.Converter.class,
            description = "Base URL of the principal (default ${DEFAULT-VALUE}).")
    private BaseUrl target = new BaseUrl(URI.create(BaseUrl.DEFAULT));

    /** Creates the option with its default. */
    public TargetOption() {}

    /** Returns the base URL, without a slash at its end. */
    public URI uri() {
        return target.uri();
    }
}
