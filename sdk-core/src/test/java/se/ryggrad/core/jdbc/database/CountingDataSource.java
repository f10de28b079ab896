package se.ryggrad.core.jdbc.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts every statement that a database is to run.
 *
 * <p>Each execution counts, also of a statement prepared before. A batch of n counts n, since the database runs n: nothing
 * hides in a batch. To prepare, to commit and to roll back costs nothing.
 */
public final class CountingDataSource {
    private final AtomicInteger count = new AtomicInteger();
    private final DataSource counted;

    /** Counts what is sent to {@code dataSource}. */
    public CountingDataSource(DataSource dataSource) {
        this.counted = proxy(DataSource.class, dataSource);
    }

    /** Returns the database to be used, whose statements are counted. */
    public DataSource dataSource() {
        return counted;
    }

    /** Returns how many statements {@code work} sends. */
    public int statements(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    private <T> T proxy(Class<T> type, Object target) {
        InvocationHandler handler = (self, method, arguments) -> handle(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object handle(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        if (target instanceof Statement && runs(method)) {
            count.incrementAndGet();
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof Connection) {
                return proxy(Connection.class, result);
            } else if (result instanceof PreparedStatement) {
                return proxy(PreparedStatement.class, result);
            } else if (result instanceof Statement) {
                return proxy(Statement.class, result);
            }
            return result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Tells whether a method runs a statement, at once or with the batch that it is added to. */
    private static boolean runs(Method method) {
        String name = method.getName();
        return name.equals("addBatch") || (name.startsWith("execute") && !name.endsWith("Batch"));
    }
}
