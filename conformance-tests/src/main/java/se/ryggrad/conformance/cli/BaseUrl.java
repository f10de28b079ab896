package se.ryggrad.conformance.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The base URL of a principal.
 *
 * @param uri the address, without a slash at its end
 */
record BaseUrl(URI uri) {

    static final String DEFAULT = "http://localhost:9080/ryggrad/2581/v1";

    /** Reads a base URL. */
    static final class Converter implements ITypeConverter<BaseUrl> {

        @Override
        public BaseUrl convert(String value) {
            String trimmed = value.replaceAll("/+$", "");
            try {
                URI uri = new URI(trimmed);
                boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                    return new BaseUrl(uri);
                }
            } catch (URISyntaxException fault) {
                throw new TypeConversionException("'" + value + "' is not an address: " + fault.getReason());
            }
            throw new TypeConversionException("'" + value + "' is not a base URL, such as " + DEFAULT);
        }
    }
}
