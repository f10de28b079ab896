package se.ryggrad.server.it;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Is a database that writes down each statement it runs, so that a test can count them. */
interface StatementLog extends AutoCloseable {
    /** What a transaction and a connection cost is no statement of the request. */
    Pattern ENDS = Pattern.compile("(?i)^(begin|commit|rollback|set|show)\\b.*");

    /** What the server does by the hour, sealing among it, and to find what is to be sent, whatever it is asked for. */
    Pattern HOUSEKEEPING = Pattern.compile("(?i).*(earliest_due_on < |case_id is null and uploaded_at < "
            + "|access_log_head|sequence is null|case_reading set sequence = |claimable_at <= |order by claimable_at"
            + "|where reads = true|set owner_scheme = null|delete from overview_item where ends_at).*");

    /** Returns the settings of the database. */
    Map<String, String> settings();

    /** Returns the statements that were run for requests until now. */
    List<String> statements();

    /** Returns those that were run since {@code before}. */
    default List<String> since(List<String> before) {
        List<String> now = statements();
        return now.subList(before.size(), now.size());
    }

    /** Ends the database. */
    @Override
    default void close() throws IOException {}

    /** Tells whether a statement counts. */
    static boolean counts(String sql) {
        return !ENDS.matcher(sql).matches() && !HOUSEKEEPING.matcher(sql).matches();
    }
}
