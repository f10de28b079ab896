package se.ryggrad.conformance.twin.erasure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Event;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.databind.node.ObjectNode;

/** Shows what is left of what was erased. */
public final class Remains {

    private Remains() {}

    /** Returns what everybody sees of an event that was erased. */
    public static ObjectNode event(Standing standing, Event event, String language) {
        var view = Json.object().put("id", event.id()).put("sequence", event.sequence());
        var why = event.why().orElseGet(Json::object).deepCopy();
        boolean disposed = standing.file().isDisposed();
        if (!disposed && breaks(standing, Fault.HAND_073_F)) {
            why.remove("ground");
        }
        view.set("redacted", why);
        standing.file().remembered(event).ifPresent(former -> leak(standing, former, view, language));
        return view.put("contentDigest", Event.hex(event.contentDigest()))
                .put("previous", Event.hex(event.previous()))
                .put("hash", Event.hex(event.hash()));
    }

    /** Shows what a broken twin still has. */
    private static void leak(Standing standing, Event former, ObjectNode view, String language) {
        boolean disposed = standing.file().isDisposed();
        if (disposed && breaks(standing, Fault.HAND_079_D)) {
            whole(former, view, language);
        }
        if (disposed) {
            return;
        }
        if (breaks(standing, Fault.HAND_073_A)) {
            view.put("salt", Event.hex(former.salt()));
        }
        if (breaks(standing, Fault.HAND_073_B)) {
            display(former, view, language);
        }
        if (breaks(standing, Fault.HAND_073_C)) {
            var emptied = former.content().deepCopy();
            emptied.putObject("data");
            view.set("content", emptied);
            view.put("salt", Event.hex(former.salt()));
            display(former, view, language);
        }
        if (standing.isOfficial() && breaks(standing, Fault.HAND_073_D)) {
            whole(former, view, language);
        }
    }

    private static void whole(Event former, ObjectNode view, String language) {
        view.remove("redacted");
        view.set("content", former.content());
        view.put("salt", Event.hex(former.salt()));
        display(former, view, language);
    }

    private static void display(Event former, ObjectNode view, String language) {
        view.putObject("display")
                .put("title", Texts.of("event", former.type(), language))
                .put("by", former.by());
    }

    /** Returns what a broken twin exports of an event that was redacted. */
    public static ObjectNode exported(Standing standing, Event event, ObjectNode view, String language) {
        boolean leaks = !standing.file().isDisposed() && breaks(standing, Fault.HAND_081_A);
        standing.file().remembered(event).filter(former -> leaks).ifPresent(former -> whole(former, view, language));
        return view;
    }

    /** Takes out of a view of a case that was disposed of what a case has otherwise. */
    public static ObjectNode disposed(Standing standing, ObjectNode view) {
        standing.file().disposed().ifPresent(why -> {
            view.set("disposed", why);
            view.putArray("parties");
            if (breaks(standing, Fault.HAND_079_E)) {
                view.remove("disposed");
            }
        });
        return view;
    }

    /** Returns whether a document is gone for whoever asks for it. */
    public static boolean isGone(Standing standing, String id, boolean ranged, boolean tagged) {
        boolean given =
                (ranged && breaks(standing, Fault.HAND_075_A)) || (tagged && breaks(standing, Fault.HAND_075_B));
        return isRedacted(standing, id) && !given;
    }

    /** Returns whether a file is left out of the export. */
    public static boolean isUnexported(Standing standing, String id) {
        return isRedacted(standing, id) && !breaks(standing, Fault.HAND_081_B);
    }

    private static boolean isRedacted(Standing standing, String id) {
        return CaseFile.find(standing.file().documents(), id)
                .filter(d -> d.has("redacted"))
                .isPresent();
    }

    /** Returns whether an answer with a case, given again, shows what has been erased since it was given first. */
    public static boolean isOutdated(Answer answer, CaseFile file, List<Fault> forgotten, Standing standing) {
        var body = Json.read(new String(answer.body(), StandardCharsets.UTF_8));
        return body.has("version")
                && body.path("version").asInt() < file.erasedAt()
                && forgotten.stream().noneMatch(f -> breaks(standing, f));
    }

    private static boolean breaks(Standing standing, Fault fault) {
        return standing.world().settings().breaks(fault);
    }
}
