package se.ryggrad.conformance.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An address to listen at.
 *
 * @param host the host
 * @param port the port; 0 takes any that is free
 */
record HostPort(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Reads {@code HOST:PORT}. */
    static final class Converter implements ITypeConverter<HostPort> {

        @Override
        public HostPort convert(String value) {
            int colon = value.lastIndexOf(':');
            String port = value.substring(colon + 1);
            if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
                throw new TypeConversionException("'" + value + "' is not HOST:PORT, such as 127.0.0.1:9911");
            }
            return new HostPort(value.substring(0, colon), Integer.parseInt(port));
        }
    }
}
