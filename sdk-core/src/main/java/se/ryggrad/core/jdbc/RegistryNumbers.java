package se.ryggrad.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.Sql;

/**
 * Gives registry numbers (diarienummer), unique per authority on any number of nodes.
 *
 * <p>A node takes a block of numbers with one statement of its own, so that registrations never wait for one another.
 * What a node has not given out when it stops is a gap, which OSL allows.
 */
final class RegistryNumbers implements CaseRegister {
    private static final int BLOCK = 10;

    private final Jdbc jdbc;
    private final Map<Register, Block> blocks = new ConcurrentHashMap<>();

    RegistryNumbers(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the next number, for example {@code BYGG 2026/00123}. */
    @Override
    public String number(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day) {
        Register register = new Register(principal, authority, day.getYear());
        long number = blocks.computeIfAbsent(register, unused -> new Block()).next(register);
        return String.format(Locale.ROOT, "%s %d/%05d", prefix, register.year(), number);
    }

    /** Keeps nothing of the cases: they have their numbers themselves. */
    @Override
    public void follow(Connection connection, ChangeSet change) {}

    private long take(Register register) {
        return jdbc.run(connection -> {
            try {
                return advance(connection, register);
            } catch (SQLIntegrityConstraintViolationException otherWasFirst) {
                return advance(connection, register);
            }
        });
    }

    private long advance(Connection connection, Register register) throws SQLException {
        return Sql.of(
                        jdbc.dialect().advanceRegistry(),
                        register.principal().value(),
                        register.authority().value(),
                        register.year(),
                        BLOCK)
                .first(connection, row -> row.getLong("last_number"))
                .orElseThrow(() -> new SQLException("the register has no counter"));
    }

    private record Register(PrincipalId principal, AuthorityId authority, int year) {}

    /** Is the rest of the numbers that this node has taken. */
    private final class Block {
        private long last;
        private long end;

        synchronized long next(Register register) {
            if (last == end) {
                end = take(register);
                last = end - BLOCK;
            }
            last++;
            return last;
        }
    }
}
