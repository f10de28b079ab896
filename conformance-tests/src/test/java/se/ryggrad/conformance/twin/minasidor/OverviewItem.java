package se.ryggrad.conformance.twin.minasidor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.databind.node.ObjectNode;

/** Shows a case as an item of the overview. */
public final class OverviewItem {

    private final Standing standing;
    private final ObjectNode swedish;
    private final ObjectNode english;

    private OverviewItem(Standing standing) {
        this.standing = standing;
        swedish = Views.item(standing, "sv");
        english = Views.item(standing, "en");
    }

    /** Returns the items of a case: one, for whoever reads it. */
    public static List<ObjectNode> of(Standing standing, String reader, String language) {
        var view = new OverviewItem(standing).view(reader, language);
        boolean twice = view.path("actionRequired").asBoolean(false)
                && standing.world().settings().breaks(Fault.MINA_003_J);
        return twice ? List.of(view, view.deepCopy().put("id", standing.file().id() + "-task")) : List.of(view);
    }

    private ObjectNode view(String reader, String language) {
        var file = standing.file();
        var view = Json.object().put("for", reader).put("id", file.id()).put("kind", "case");
        view.set("title", title(language));
        view.set("status", status());
        view.put("updatedAt", breaks(Fault.MINA_003_I) ? file.receivedAt() : file.updatedAt());
        new Asked(standing).into(view);
        boolean required = view.path("actionRequired").asBoolean(false);
        if (required && breaks(Fault.MINA_003_K)) {
            view.put("kind", "task");
        }
        if (!required && breaks(Fault.MINA_002_E)) {
            view.remove("actionRequired");
        }
        if (!view.has("dueOn") && breaks(Fault.MINA_002_G)) {
            view.putNull("dueOn");
        }
        if (breaks(Fault.MINA_002_D)) {
            view.put("version", file.version());
        }
        return view.put("link", link());
    }

    private ObjectNode title(String language) {
        String id = standing.file().service().id();
        var title = Json.object()
                .put("sv", swedish.path("service").path("title").asString())
                .put(
                        "en",
                        breaks(Fault.MINA_003_H)
                                ? id
                                : english.path("service").path("title").asString());
        return breaks(Fault.MINA_002_F) ? title.retain(language) : title;
    }

    private ObjectNode status() {
        var file = standing.file();
        boolean early = file.isIn("decided") && breaks(Fault.MINA_004_C);
        String there = swedish.path("localStatus").asString();
        String here = english.path("localStatus").asString();
        if (breaks(Fault.MINA_004_A)) {
            return Json.object().put("sv", file.status()).put("en", file.status());
        }
        if (breaks(Fault.MINA_004_B)) {
            return Json.object().put("sv", there).put("en", there);
        }
        return Json.object().put("sv", there).put("en", early ? Texts.of("status", "in-progress", "en") : here);
    }

    /** Returns where the person goes on; the pages do not exist. */
    private String link() {
        String place = "://minasidor.example.se/arenden";
        String number = standing.caller().number();
        if (breaks(Fault.MINA_008_A)) {
            return "http" + place + "/" + standing.file().id();
        }
        if (breaks(Fault.MINA_008_C)) {
            return "https" + place;
        }
        String link = "https" + place + "/" + standing.file().id();
        if (breaks(Fault.MINA_008_B)) {
            return link + "?person=" + number.substring(0, 8) + "-" + number.substring(8);
        }
        boolean hidden = breaks(Fault.MINA_008_D);
        return hidden ? link + "?p=" + Base64.getUrlEncoder().encodeToString(number.getBytes(UTF_8)) : link;
    }

    private boolean breaks(Fault fault) {
        return standing.world().settings().breaks(fault);
    }
}
