package se.ryggrad.conformance.twin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.Idempotency.Outcome;
import se.ryggrad.conformance.twin.cases.Ledger;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;

/** Seals the access log of an authority, and shows it to its auditor. */
public final class AuditLog {

    private static final String PATH = "/authorities/{authority}/access-log";

    private final World world;

    /** Serves the logs of the authorities of one principal. */
    public AuditLog(World world) {
        this.world = world;
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var access = Access.only(Kind.OFFICER);
        return List.of(
                Route.get(PATH, access, this::read, "after", "limit"), Route.post(PATH + "/seals", access, this::seal));
    }

    private String authority(Call call) {
        String authority = call.pathValue("authority");
        boolean auditor = call.caller().has("auditor", authority);
        if (!auditor && breaks(Fault.CASE_101_I)) {
            Gate.officerLevel(call, world.settings());
        }
        if (!world.hasAuthority(authority) && !(auditor && breaks(Fault.CASE_101_H))) {
            throw breaks(Fault.CASE_101_F) ? Fail.notFound() : Fail.of(ProblemType.FORBIDDEN);
        }
        if (!auditor && !isAdmittedByMistake(call, authority)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        Gate.officerLevel(call, world.settings());
        return authority;
    }

    private boolean isAdmittedByMistake(Call call, String authority) {
        boolean sealing = call.method().equals("POST");
        var caller = call.caller();
        return (!sealing && caller.has("case-officer", authority) && breaks(Fault.CASE_101_A))
                || (sealing && caller.has("registrar", authority) && breaks(Fault.CASE_101_B))
                || (caller.hasAnywhere("auditor") && breaks(Fault.CASE_101_C));
    }

    private Answer seal(Call call) {
        String authority = authority(call);
        synchronized (world) {
            return breaks(Fault.CORE_029_D)
                    ? sealed(call, authority).answer()
                    : world.idempotency().once(call, () -> sealed(call, authority));
        }
    }

    private Outcome sealed(Call call, String authority) {
        call.object();
        var ledger = world.ledger(authority);
        if (breaks(Fault.CASE_099_J)) {
            world.ledgers().forEach(ledger::takeFrom);
        }
        ledger.seal();
        int size = ledger.size();
        int head = breaks(Fault.CASE_100_E) ? Math.max(0, size - 1) : size;
        int next = breaks(Fault.CASE_100_F) ? Math.max(0, size - 1) : size;
        int first = breaks(Fault.CASE_099_K) ? 1 : 0;
        var body = Json.object()
                .put("authority", authority)
                .put("sequence", Math.max(0, size - first))
                .put("hash", Event.hex(ledger.head(head)))
                .put("next", cursor(authority, next))
                .put("sealedAt", world.now());
        return new Outcome(Answer.json(200, body), "");
    }

    private Answer read(Call call) {
        String authority = authority(call);
        synchronized (world) {
            int most = breaks(Fault.CASE_099_N) ? Integer.MAX_VALUE : Feed.LIMIT;
            int limit = Math.min(Feed.LIMIT, call.query().number("limit", 1, most, 100));
            var ledger = world.ledger(authority);
            int position = position(call, authority, ledger);
            var items = ledger.after(position, limit);
            var body = Json.object();
            body.putArray("items").addAll(items);
            int next = breaks(Fault.CASE_099_L) ? position : position + items.size();
            return Answer.json(200, body.put("limit", limit).put("next", cursor(authority, next)));
        }
    }

    private static String cursor(String authority, int position) {
        byte[] text = (authority + ":" + position).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private int position(Call call, String authority, Ledger ledger) {
        var after = call.query().first("after");
        if (after.isEmpty()) {
            return 0;
        }
        int position = parse(after.get(), authority);
        if (position < 0 || position > ledger.size()) {
            if (breaks(Fault.CASE_099_G)) {
                return 0;
            }
            throw Fail.parameter("after", "unknown-value");
        }
        return breaks(Fault.CASE_099_F) ? Math.max(0, position - 1) : position;
    }

    private int parse(String cursor, String authority) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            return -1;
        }
        boolean ours = text.matches(authority + ":[0-9]{1,9}");
        return ours ? Integer.parseInt(text.substring(text.indexOf(':') + 1)) : -1;
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
