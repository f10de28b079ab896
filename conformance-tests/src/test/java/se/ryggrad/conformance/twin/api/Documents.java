package se.ryggrad.conformance.twin.api;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.Idempotency;
import se.ryggrad.conformance.twin.cases.Readings;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Upload;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.erasure.Remains;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Media;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.mandates.Mandate;

/** Takes documents, and gives them back octet for octet. */
public final class Documents {

    private static final Pattern DIGEST = Pattern.compile("(?:^|[, ])sha-256=:([A-Za-z0-9+/]{43}=):");
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

    private final World world;
    private final Cases cases;

    /** Serves the documents of one principal. */
    public Documents(World world, Cases cases) {
        this.world = world;
        this.cases = cases;
    }

    /** Returns the operations. */
    public List<Route> routes() {
        boolean loose = world.settings().breaks(Fault.CASE_047_A);
        String[] scopes = loose ? new String[] {"cases:open", "cases:register"} : new String[] {"cases:open"};
        var up = Access.only(Kind.PERSON, Kind.OFFICER).orSystem(scopes).orAnonymous();
        var known = Access.only(Kind.PERSON, Kind.OFFICER).orSystem("cases:read");
        var down = world.settings().breaks(Fault.ID_001_B) ? known.orAnonymous() : known;
        return List.of(
                Route.post("/documents", up, this::upload).with(Route.Body.RAW),
                Route.get("/cases/{id}/documents/{document}", down, cases.asking(this::download))
                        .producing("*/*"));
    }

    private Answer upload(Call call) {
        var digest = DIGEST.matcher(String.join(",", call.headers("Content-Digest")));
        if (!digest.find()) {
            if (world.settings().breaks(Fault.CASE_031_A)) {
                return once(call);
            }
            throw Fail.parameter("Content-Digest", call.header("Content-Digest").isEmpty() ? "required" : "format");
        }
        Gate.officerLevel(call, world.settings());
        if (call.caller().isOfficer()
                && !world.settings().breaks(Fault.CASE_047_B)
                && Stream.of("case-officer", "registrar", "contact-centre").noneMatch(call.caller()::hasAnywhere)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        if (!call.caller().mandate().map(Mandate::uploads).orElse(true)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        byte[] stated = Base64.getDecoder().decode(digest.group(1));
        synchronized (world) {
            if (!Arrays.equals(stated, Event.sha256(call.body()))
                    && !world.settings().breaks(Fault.CASE_031_B)) {
                return world.idempotency().once(call, () -> {
                    throw Fail.invalid(List.of(mismatch()));
                });
            }
        }
        return once(call);
    }

    private static se.ryggrad.conformance.twin.http.FieldFault mismatch() {
        return se.ryggrad.conformance.twin.http.FieldFault.parameter("Content-Digest", "digest-mismatch");
    }

    private Answer once(Call call) {
        synchronized (world) {
            return world.idempotency().once(call, () -> keep(call));
        }
    }

    private Idempotency.Outcome keep(Call call) {
        String id = UUID.randomUUID().toString();
        String given = call.header("Content-Type").orElse("application/octet-stream");
        String type = world.settings().breaks(Fault.CASE_030_D) ? given : Media.kept(given);
        String sha256 = Event.hex(Event.sha256(call.body()));
        world.uploads().put(id, new Upload(id, call.caller().id(), type, call.body(), sha256));
        var body = Json.object().put("id", id).put("size", call.body().length).put("sha256", sha256);
        if (world.settings().breaks(Fault.CASE_030_A)) {
            body.put("sha256", Event.hex(Event.sha256(new byte[0])));
        }
        if (world.settings().breaks(Fault.CASE_030_B)) {
            body.put("size", call.body().length + 1);
        }
        return new Idempotency.Outcome(Answer.json(201, body.put("mediaType", type)), id);
    }

    private Answer download(Call call) {
        Upload upload;
        Standing standing;
        synchronized (world) {
            standing = cases.unlimited(call);
            if (call.caller().mandate().isPresent() && world.settings().breaks(Fault.ID_042_C)) {
                throw Fail.notFound();
            }
            String id = call.pathValue("document");
            if (!standing.file().files().containsKey(id) && world.settings().breaks(Fault.CASE_019_B)) {
                var owner = world.cases().values().stream()
                        .filter(f -> f.files().containsKey(id))
                        .findFirst();
                return owner.map(f -> f.files().get(id))
                        .map(u -> Answer.raw(200, u.mediaType(), u.content()))
                        .orElseThrow(Fail::notFound);
            }
            var reader = standing;
            boolean heard = se.ryggrad.conformance.twin.cases.CaseFile.find(
                            standing.file().documents(), id)
                    .filter(d -> reader.hears(d)
                            || world.settings().breaks(Fault.CASE_028_B)
                            || (world.settings().breaks(Fault.CASE_028_G)
                                    && d.path("audience").has("parties")))
                    .filter(d -> !reader.withholds(d) || world.settings().breaks(Fault.ID_058_H))
                    .isPresent();
            upload = Optional.ofNullable(standing.file().files().get(id))
                    .filter(u -> heard
                            || (reader.file().isDisposed() && world.settings().breaks(Fault.HAND_079_C)))
                    .filter(u -> !isGone(reader, call, u))
                    .orElseThrow(Fail::notFound);
        }
        var answer = given(call, upload);
        synchronized (world) {
            return Readings.logged(standing, "document", upload.id(), answer);
        }
    }

    private static boolean isGone(Standing reader, Call call, Upload upload) {
        boolean tagged = String.join(",", call.headers("If-None-Match")).contains(upload.sha256());
        return Remains.isGone(reader, upload.id(), call.header("Range").isPresent(), tagged);
    }

    private Answer given(Call call, Upload upload) {
        String tag = "\"" + upload.sha256() + "\"";
        String asked = String.join(",", call.headers("If-None-Match"));
        boolean partly = call.header("Range").isPresent() && world.settings().breaks(Fault.CASE_034_D);
        if (!partly && (asked.strip().equals("*") || asked.contains(tag))) {
            return Answer.empty(304).header("ETag", tag);
        }
        return headers(ranged(call, upload), upload).header("ETag", tag);
    }

    private Answer headers(Answer answer, Upload upload) {
        String name = world.settings().breaks(Fault.CASE_033_A) ? "dokument" : upload.id();
        String extension =
                world.settings().breaks(Fault.CASE_033_D) ? upload.mediaType().split("[/;]", 3)[1] : upload.extension();
        answer.header("Content-Disposition", "attachment; filename=\"" + name + "." + extension + "\"")
                .header("Accept-Ranges", "bytes");
        if (!world.settings().breaks(Fault.CASE_035_A)) {
            String digest = Base64.getEncoder().encodeToString(Event.sha256(upload.content()));
            answer.header("Repr-Digest", "sha-256=:" + digest + ":");
        }
        if (!world.settings().breaks(Fault.CASE_033_B)) {
            answer.header("X-Content-Type-Options", "nosniff");
        }
        if (!world.settings().breaks(Fault.CASE_033_C)) {
            answer.header("Content-Security-Policy", "sandbox");
        }
        return answer;
    }

    /** Returns a number of octets; one that no document has is as good as any other of that kind. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue();
    }

    private Answer ranged(Call call, Upload upload) {
        byte[] content = upload.content();
        var match = RANGE.matcher(call.header("Range").orElse("").strip());
        boolean one = match.matches() && match.group().length() > "bytes=-".length();
        if (!one || world.settings().breaks(Fault.CASE_034_A)) {
            return Answer.raw(200, upload.mediaType(), content);
        }
        long length = content.length;
        boolean suffix = match.group(1).isEmpty();
        if (match.group().length() > 30 && world.settings().breaks(Fault.CASE_034_C)) {
            return Answer.raw(200, upload.mediaType(), content);
        }
        long first = suffix ? Math.max(0, length - number(match.group(2))) : number(match.group(1));
        boolean open = suffix || match.group(2).isEmpty();
        long last = open ? length - 1 : Math.min(length - 1, number(match.group(2)));
        if (first >= length) {
            if (world.settings().breaks(Fault.CASE_034_B)) {
                return Answer.raw(200, upload.mediaType(), content);
            }
            throw Fail.of(ProblemType.RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + length);
        }
        if (last < first) {
            return Answer.raw(200, upload.mediaType(), content);
        }
        byte[] part = Arrays.copyOfRange(content, (int) first, (int) last + 1);
        return Answer.raw(206, upload.mediaType(), part)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + length);
    }
}
