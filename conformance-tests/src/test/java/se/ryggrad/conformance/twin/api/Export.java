package se.ryggrad.conformance.twin.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Readings;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.erasure.Remains;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.protection.Ruling;
import tools.jackson.databind.node.ObjectNode;

/** Gives a whole case as a zip file. */
public final class Export {

    private final World world;
    private final Cases cases;

    /** Exports the cases of one principal. */
    public Export(World world, Cases cases) {
        this.world = world;
        this.cases = cases;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        var access = world.settings().breaks(Fault.CASE_046_A)
                ? Access.only(Kind.OFFICER, Kind.PERSON).orSystem("cases:read")
                : Access.only(Kind.OFFICER).orSystem("cases:read");
        return List.of(Route.get("/cases/{id}/export", access, cases.asking(this::export))
                .producing("application/zip"));
    }

    private Answer export(Call call) {
        synchronized (world) {
            var standing = permitted(cases.unlimited(call));
            boolean loose = world.settings().breaks(Fault.CASE_046_B)
                    || world.settings().breaks(Fault.ID_029_D);
            if (call.caller().isOfficer() && !loose && !mayExport(standing)) {
                throw Fail.of(ProblemType.FORBIDDEN);
            }
            if (world.settings().breaks(Fault.CORE_054_B)) {
                standing.file().touch(world.now());
            }
            var before = Readings.of(standing);
            Readings.logged(standing, "export", Answer.empty(200));
            var log = world.settings().breaks(Fault.CASE_088_B) ? before : Readings.of(standing);
            String name = "attachment; filename=\"" + standing.file().id() + ".zip\"";
            return Answer.raw(200, "application/zip", zip(standing, call, log)).header("Content-Disposition", name);
        }
    }

    private static boolean mayExport(Standing standing) {
        return standing.isOfTheAuthority() || standing.isLimited();
    }

    /** Returns how the caller stands; a system may not take a case with a protected party out. */
    private Standing permitted(Standing standing) {
        var settings = world.settings();
        if (standing.shielded().isEmpty()) {
            return standing;
        }
        if (standing.caller().isOfficer() && settings.breaks(Fault.ID_060_D)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        if (!standing.caller().isSystem() || settings.breaks(Fault.ID_060_B)) {
            return standing;
        }
        if (settings.breaks(Fault.ID_060_A)) {
            return standing.under(Ruling.nobody());
        }
        throw settings.breaks(Fault.ID_060_C) ? Fail.notFound() : Fail.of(ProblemType.FORBIDDEN);
    }

    private byte[] zip(Standing standing, Call call, List<ObjectNode> log) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("case.json"));
            zip.write(json(standing, call, log));
            for (var file : standing.file().files().values()) {
                boolean sent = CaseFile.find(standing.file().documents(), file.id())
                        .filter(d -> d.path("direction").asString("").equals("out"))
                        .isPresent();
                boolean lost = (sent && world.settings().breaks(Fault.CASE_045_D))
                        || Remains.isUnexported(standing, file.id());
                if (!lost && !world.settings().breaks(Fault.CASE_045_A)) {
                    zip.putNextEntry(new ZipEntry("documents/" + file.id() + "." + file.extension()));
                    zip.write(file.content());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void lose(ObjectNode view) {
        Map.of(
                        "decisions", Fault.CASE_045_E,
                        "requests", Fault.CASE_045_F,
                        "appeals", Fault.CASE_045_G)
                .forEach((list, fault) -> {
                    if (world.settings().breaks(fault)) {
                        view.putArray(list);
                    }
                });
    }

    private ObjectNode narrowed(ObjectNode event) {
        boolean narrow = event.path("content")
                .path("audience")
                .path("to")
                .asString("all-parties")
                .equals("officers");
        if (narrow && world.settings().breaks(Fault.CASE_045_H)) {
            return event.deepCopy().without(List.of("content", "salt", "display"));
        }
        return event;
    }

    /** Returns an event as it is exported; a broken twin has what was erased. */
    private static ObjectNode leaking(Standing standing, ObjectNode event, String language) {
        int place = event.path("sequence").asInt() - 1;
        return Remains.exported(standing, standing.file().events().get(place), event, language);
    }

    private byte[] json(Standing standing, Call call, List<ObjectNode> log) {
        var view = Views.whole(standing, call.language());
        view.remove("allowedActions");
        if (world.settings().breaks(Fault.HAND_027_E)) {
            view.putArray("memos").addAll(standing.file().memos());
        }
        lose(view);
        String now =
                world.settings().breaks(Fault.CORE_020_E) ? world.now().replaceAll("\\.[0-9]{3}Z", "Z") : world.now();
        var body = Json.object().put("standard", "1.0-draft").put("exportedAt", now);
        body.set("case", view);
        var events = body.putArray("events");
        Views.events(standing, call.language())
                .limit(world.settings().breaks(Fault.CASE_045_B) ? 1 : Long.MAX_VALUE)
                .limit(world.settings().breaks(Fault.CASE_045_C) ? 20 : Long.MAX_VALUE)
                .forEach(event -> events.add(narrowed(leaking(standing, event, call.language()))));
        var readings = body.putArray("accessLog");
        if (!world.settings().breaks(Fault.CASE_088_A)) {
            log.forEach(readings::add);
        }
        return Json.bytes(body);
    }
}
