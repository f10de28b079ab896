package se.ryggrad.conformance.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.target.Target;

/**
 * The access log of an authority, as its auditor seals and reads it.
 *
 * <p>The log of a system that has been used for long is long: whoever looks for something in it seals, lets it happen,
 * seals again and reads what lies between. Others read and seal meanwhile, and what they have read lies there too.
 */
public final class AuditLog {

    private static final int ENOUGH = 1000;
    private static final int ANSWERS = 100;

    private final Http http;
    private final Credential auditor;
    private final String authority;
    private final int limit;

    /** Looks at the log of an office's authority; {@code limits.feedLimit} of the target bounds each answer. */
    public AuditLog(Http http, Credential auditor, Office office, Target target) {
        this.http = http;
        this.auditor = auditor;
        this.authority = office.authority();
        this.limit = (int) Math.min(ENOUGH, target.limit("feedLimit", ENOUGH));
    }

    /**
     * Where the log ended when it was sealed.
     *
     * @param sequence the number of its last entry
     * @param hash the hash of that
     * @param next the position after it
     */
    public record Head(long sequence, String hash, String next) {}

    /** Returns the path of the log below the base URL. */
    public String path() {
        return "/authorities/" + authority + "/access-log";
    }

    /** Begins a sealing with a key. */
    public Call sealing(String key) {
        return http.post(path() + "/seals").as(auditor).key(key).json(Json.object());
    }

    /** Seals the log. */
    public Head seal() {
        return head(sealing(UUID.randomUUID().toString()).send());
    }

    /** Returns the head that a sealing must have answered with. */
    public Head head(Answer sealed) {
        sealed.expect(200).at("/authority").is(authority);
        long sequence = sealed.at("/sequence")
                .satisfies(
                        "a number that is not negative",
                        number -> number.isNumber() && number.decimalValue().signum() >= 0)
                .number();
        String hash = sealed.at("/hash").matches("[0-9a-f]{64}").text();
        return new Head(sequence, hash, sealed.at("/next").matches(".+").text());
    }

    /** Reads from the first entry, at most that many. */
    public Answer first(int most) {
        return reading(most).send();
    }

    /** Reads on after a position, at most that many. */
    public Answer after(String position, int most) {
        return reading(most).query("after", position).send();
    }

    private Call reading(int most) {
        return http.get(path()).as(auditor).query("limit", most);
    }

    /**
     * Reads what lies between two heads: every entry after the one up to the other, which numbers in steps of 1 must lead
     * to. A log that does not lead there ends the check, it is not read for ever.
     */
    public Stretch between(Head from, Head to) {
        if (to.sequence() < from.sequence()) {
            throw ConformanceFailure.of(
                    "a sealing that ends at " + from.sequence() + " or later, as the one before it did",
                    "one that ends at " + to.sequence());
        }
        List<Part> entries = new ArrayList<>();
        String position = from.next();
        for (int answers = 0; from.sequence() + entries.size() < to.sequence(); answers++) {
            Answer answer = after(position, limit).expect(200);
            List<Part> items = answer.at("/items").items();
            if (items.isEmpty() || items.size() > limit || answers == ANSWERS) {
                throw answer.failure(unled(to), items.size() + " entries in answer " + (answers + 1), "/items");
            }
            for (Part entry : items) {
                entries.add(numbered(answer, entry, from.sequence() + entries.size() + 1));
            }
            position = answer.at("/next").matches(".+").text();
        }
        int length = Math.toIntExact(to.sequence() - from.sequence());
        return new Stretch(from, to, entries.subList(0, length));
    }

    private String unled(Head to) {
        return "1 to " + limit + " entries in each answer, and the one with sequence " + to.sequence()
                + ", where the sealing says that the log ends, within " + ANSWERS + " answers";
    }

    private static Part numbered(Answer answer, Part entry, long sequence) {
        answer.hint("after is exclusive, next goes on where the answer ended, and sequence grows by 1.");
        entry.at("/sequence").is(sequence);
        return entry;
    }
}
