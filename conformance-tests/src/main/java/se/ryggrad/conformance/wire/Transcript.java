package se.ryggrad.conformance.wire;

import java.util.List;
import java.util.stream.Collectors;

/** Writes exchanges for people to read, redacted, long bodies cut short. */
public final class Transcript {

    private static final int LONGEST = 4000;

    private Transcript() {}

    /** Returns a request as it went over the wire. */
    public static String of(Sent request) {
        String first = request.method() + " " + request.url() + "\n";
        return Redaction.of(first + lines(request.headers()) + body(request.body()));
    }

    /** Returns an answer as it came over the wire. */
    public static String of(Received response) {
        String first = "HTTP/1.1 " + response.status() + "\n";
        return Redaction.of(first + lines(response.headers()) + body(response.body()));
    }

    /** Returns an exchange on one line. */
    public static String line(Exchange exchange) {
        Sent request = exchange.request();
        return Redaction.of(request.method() + " " + request.url()) + " → "
                + exchange.response().status();
    }

    /** Returns a command that sends the request again; the token is the reader's to fill in. */
    public static String curl(Sent request) {
        StringBuilder command = new StringBuilder("curl -i -X " + request.method());
        for (Header header : request.headers()) {
            boolean token = header.is("Authorization");
            String value = token ? "Bearer $TOKEN" : header.value();
            String quote = token ? "\"" : "'";
            command.append(" \\\n  -H ").append(quote).append(header.name()).append(": ");
            command.append(token ? value : quoted(value)).append(quote);
        }
        if (request.body().size() > 0) {
            command.append(" \\\n  --data-binary '")
                    .append(quoted(shortened(request.body().text())))
                    .append('\'');
        }
        return Redaction.of(command.append(" \\\n  '")
                .append(quoted(request.url()))
                .append('\'')
                .toString());
    }

    private static String lines(List<Header> headers) {
        return headers.stream().map(h -> h.name() + ": " + h.value() + "\n").collect(Collectors.joining());
    }

    private static String body(Octets body) {
        return body.size() == 0 ? "" : "\n" + shortened(body.text());
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
        return printable.length() <= LONGEST
                ? printable
                : printable.substring(0, LONGEST) + "… (" + (printable.length() - LONGEST) + " more)";
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
