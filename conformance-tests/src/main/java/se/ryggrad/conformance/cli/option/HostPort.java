package se.ryggrad.conformance.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An address to listen at.
 *
 * @param host the host
 * @param port the port; 0 takes any that is free
 */
public record HostPort(String host, int port) {

    static final int LAST = 65_535;

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** Returns the same host at a port further on. */
    public HostPort plus(int ports) {
        return new HostPort(host, port + ports);
    }

    /** Reads {@code HOST:PORT}. */
    public static final class Converter implements ITypeConverter<HostPort> {

        /** Creates the converter. */
        public Converter() {}

        @Override
        public HostPort convert(String value) {
            int colon = value.lastIndexOf(':');
            String port = value.substring(colon + 1);
            if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST) {
                throw new TypeConversionException("no HOST:PORT");
            }
            return new HostPort(value.substring(0, colon), Integer.parseInt(port));
        }
    }
}
