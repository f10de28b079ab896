package se.ryggrad.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one HTTP/1.1 answer from a stream (RFC 9112). */
final class ResponseReader {

    private final InputStream in;

    private ResponseReader(InputStream in) {
        this.in = in;
    }

    static Received read(InputStream in, boolean bodiless) throws IOException {
        return new ResponseReader(in).answer(bodiless);
    }

    private Received answer(boolean bodiless) throws IOException {
        int status = status(line());
        List<Header> headers = headers();
        if (status == 100) {
            return answer(bodiless);
        }
        Received head = new Received(status, headers, Octets.none());
        boolean none = bodiless || status == 204 || status == 304;
        return none ? head : new Received(status, headers, Octets.of(body(head)));
    }

    private static int status(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
            throw new IOException("no HTTP answer, but: " + line);
        }
        return Integer.parseInt(parts[1]);
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    private byte[] body(Received head) throws IOException {
        if (head.value("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = head.value("Content-Length").orElse("");
        return length.matches("\\d{1,9}") ? exactly(Integer.parseInt(length)) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(exactly(size));
            line();
        }
        headers();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line();
        int end = line.indexOf(';');
        try {
            return Integer.parseInt(
                    end < 0 ? line.strip() : line.substring(0, end).strip(), 16);
        } catch (NumberFormatException fault) {
            throw new IOException("no chunk size, but: " + line, fault);
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended after " + bytes.length + " of " + length + " octets");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the connection was closed before the answer was whole");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
