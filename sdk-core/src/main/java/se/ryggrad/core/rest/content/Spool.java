package se.ryggrad.core.rest.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import se.ryggrad.api.ProblemType;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Holds a body that has come in whole, until a store has taken it: no transaction waits for a client then. Lies in a
 * temporary file that only this process can open, and that is gone with it.
 */
public final class Spool implements AutoCloseable {

    private static final int PIECE = 65_536;

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes in {@code body} to its end.
     *
     * @throws se.ryggrad.api.RyggradException {@code payload-too-large} past {@code most} octets
     */
    public static Spool of(InputStream body, long most) throws IOException {
        Spool spool = new Spool(open());
        try {
            spool.fill(body, most);
        } catch (IOException | RuntimeException broken) {
            spool.close();
            throw broken;
        }
        return spool;
    }

    /** Returns the body from its beginning. */
    public InputStream content() throws IOException {
        return Channels.newInputStream(file.position(0));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void fill(InputStream body, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long size = 0;
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            size += count;
            if (size > most) {
                throw ProblemTexts.refusal(ProblemType.PAYLOAD_TOO_LARGE, "too-large");
            }
            ByteBuffer octets = ByteBuffer.wrap(piece, 0, count);
            while (octets.hasRemaining()) {
                file.write(octets);
            }
        }
    }

    private static FileChannel open() throws IOException {
        Path path = Files.createTempFile("ryggrad-upload-", ".part");
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.deleteIfExists(path); // an open file lives on without its name, and not beyond the process
        }
        return file;
    }
}
