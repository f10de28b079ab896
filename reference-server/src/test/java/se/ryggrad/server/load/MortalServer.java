package se.ryggrad.server.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import se.ryggrad.server.it.Client;
import se.ryggrad.server.it.SentMessages;
import se.ryggrad.server.it.ServerProcess;

/** Is a server that is killed now and then, and started anew on what it has left. */
final class MortalServer implements AutoCloseable {
    private static final int BUSY = 503;

    private final Path data;
    private final int port = ServerProcess.freePort();
    private final Map<String, String> settings;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile CompletableFuture<Life> life = new CompletableFuture<>();

    /** Starts the server on nothing, or on the database in {@code settings}. */
    MortalServer(Map<String, String> settings) throws IOException {
        this.data = Files.createTempDirectory(Path.of("target"), "kill-load-").toAbsolutePath();
        this.settings = settings;
        begin(life);
    }

    /** Says what is asked of whichever life the server has. */
    @FunctionalInterface
    interface Request {
        HttpResponse<String> send(Life life) throws IOException;
    }

    /**
     * Is the server from one start to the next.
     *
     * @param process its process
     * @param system a system that sends messages
     * @param person a person who has cases
     */
    record Life(ServerProcess process, Client system, Client person) {}

    /**
     * Asks until there is an answer, in the next life where this one ends meanwhile, and as often as the server asks to be asked
     * again.
     *
     * @throws IOException when a server that lives does not answer
     */
    HttpResponse<String> ask(Request request) throws IOException {
        while (true) {
            Life asked = life.join();
            try {
                HttpResponse<String> answer = request.send(asked);
                if (answer.statusCode() != BUSY) {
                    return answer;
                }
                busy.incrementAndGet();
                SentMessages.pause();
            } catch (IOException broken) {
                if (life.join().equals(asked)) {
                    throw broken;
                }
                unanswered.incrementAndGet();
            }
        }
    }

    /** Ends the process at once, as {@code kill -9} does, and starts the next. */
    void kill() {
        Life ending = life.join();
        CompletableFuture<Life> next = new CompletableFuture<>();
        life = next;
        ending.process().kill();
        begin(next);
    }

    private void begin(CompletableFuture<Life> begun) {
        try {
            ServerProcess process = ServerProcess.start(data, port, Path.of("target"), settings);
            begun.complete(
                    new Life(process, Client.system(process, data, "messages:send"), Client.person(process, data)));
        } catch (RuntimeException failed) {
            begun.completeExceptionally(failed);
            throw failed;
        }
    }

    /** Returns how many requests were cut off by a death. */
    int unanswered() {
        return unanswered.get();
    }

    /** Returns how many requests were answered with 503. */
    int busy() {
        return busy.get();
    }

    @Override
    public void close() {
        if (!life.isCompletedExceptionally()) {
            life.join().process().close();
        }
    }
}
