package se.ryggrad.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Is a register of cases that an authority has already (OSL chapter 5 section 1), in the database that the cases are kept in: it
 * gives the registry numbers, and writes what happens in its own words. You plug it into {@link JdbcCaseStore}. Thread-safe.
 */
public interface CaseRegister {

    /**
     * Returns a registry number that no case of the authority has had; gaps are allowed.
     *
     * @param prefix what the settings let numbers begin with
     * @param day the day of registration, for its year
     * @throws SQLException is heard by the caller as {@code unavailable} or {@code internal}
     */
    String number(PrincipalId principal, AuthorityId authority, String prefix, LocalDate day) throws SQLException;

    /**
     * Writes what a change means for the register, in the transaction that keeps the change: both last or neither does. Called
     * for each change, also one of working papers alone, and once more where a change is tried again.
     *
     * @param connection the transaction, which is not to be ended here
     * @param change what the engine has found right; what it erases is to be erased here too
     * @throws SQLException ends the transaction; the caller hears {@code unavailable} or {@code internal}
     */
    void follow(Connection connection, ChangeSet change) throws SQLException;
}
