package se.ryggrad.server.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Open Liberty inside this process, through its embedding interface {@code com.ibm.wsspi.kernel.embeddable}.
 *
 * <p>The interface is reached by reflection, because its classes lie in the unpacked server only.
 */
final class EmbeddedLiberty {
    private static final String API = "com.ibm.wsspi.kernel.embeddable.";
    private static final String SERVER_NAME = "ryggrad";
    private static final int STOP_SECONDS = 30;

    private final Object server;
    private final Class<?> serverType;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private EmbeddedLiberty(Object server, Class<?> serverType) {
        this.server = server;
        this.serverType = serverType;
    }

    /** Prepares the server unpacked in {@code installation}. */
    static EmbeddedLiberty in(Path installation) throws IOException, ReflectiveOperationException {
        ServerAgent.addKernel(installation);
        Class<?> builderType = Class.forName(API + "ServerBuilder");
        Object builder = builderType.getConstructor().newInstance();
        builderType.getMethod("setName", String.class).invoke(builder, SERVER_NAME);
        builderType.getMethod("setInstallDir", File.class).invoke(builder, installation.toFile());
        File user = installation.resolve("usr").toFile();
        builderType.getMethod("setUserDir", File.class).invoke(builder, user);
        builderType.getMethod("setOutputDir", File.class).invoke(builder, new File(user, "servers"));
        Object server = builderType.getMethod("build").invoke(builder);
        return new EmbeddedLiberty(server, Class.forName(API + "Server"));
    }

    /** Starts the server and waits until {@link #stop} was called; returns false when it did not start. */
    boolean run(Map<String, String> variables) throws ReflectiveOperationException, InterruptedException {
        Method start = serverType.getMethod("start", Map.class, String[].class);
        Object started = start.invoke(server, variables, new String[0]);
        if (!successful((Future<?>) started)) {
            return false;
        }
        stopped.await();
        return true;
    }

    /** Stops the server, waiting for it at most half a minute. */
    void stop() {
        try {
            Object stopping = serverType.getMethod("stop", String[].class).invoke(server, (Object) new String[0]);
            ((Future<?>) stopping).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ReflectiveOperationException | ExecutionException | TimeoutException failed) {
            System.getLogger(EmbeddedLiberty.class.getName())
                    .log(System.Logger.Level.WARNING, "The server did not stop in order.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private static boolean successful(Future<?> start) throws ReflectiveOperationException, InterruptedException {
        try {
            Object result = start.get();
            Class<?> resultType = Class.forName(API + "Server$Result");
            return (boolean) resultType.getMethod("successful").invoke(result);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Open Liberty reported a failure.", failed);
        }
    }
}
