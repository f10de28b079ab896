package se.ryggrad.conformance.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An address of the web without query or fragment, such as the base URL of a principal.
 *
 * @param uri the address, without a slash at its end
 */
public record BaseUrl(URI uri) {

    /** The base URL of the reference server's first principal. */
    public static final String DEFAULT = "http://localhost:9080/ryggrad/2581/v1";

    /** Reads an address. */
    public static final class Converter implements ITypeConverter<BaseUrl> {

        /** Creates the converter. */
        public Converter() {}

        @Override
        public BaseUrl convert(String value) {
            try {
                URI uri = new URI(value.replaceAll("/+$", ""));
                boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                    return new BaseUrl(uri);
                }
            } catch (URISyntaxException fault) {
                throw new TypeConversionException(fault.getReason());
            }
            throw new TypeConversionException("no address of the web");
        }
    }
}
