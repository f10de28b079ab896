package se.ryggrad.conformance.twin.portal;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows an item of a source as the portal's. */
public final class ShownItem {

    private static final Set<String> KINDS =
            Set.of("case", "task", "message", "booking", "queue", "invoice", "offer", "information");

    private final TwinSettings settings;
    private final Source source;
    private final JsonNode item;

    /** Shows an item that has the form of the standard. */
    public ShownItem(TwinSettings settings, Source source, JsonNode item) {
        this.settings = settings;
        this.source = source;
        this.item = item;
    }

    /** Returns it with the members that the standard names. */
    public ObjectNode shown() {
        var shown = Json.object().put("source", source.id()).put("id", text("id"));
        shown.put("kind", KINDS.contains(text("kind")) || breaks(Fault.MINA_014_C) ? text("kind") : unknown());
        shown.set("title", localized(item.path("title")));
        shown.set("status", localized(item.path("status")));
        shown.put("updatedAt", text("updatedAt"));
        boolean required = item.path("actionRequired").asBoolean();
        shown.put("actionRequired", required);
        if (item.has("dueOn") && (required || !breaks(Fault.MINA_014_F))) {
            shown.put("dueOn", text("dueOn"));
        }
        link().ifPresent(link -> shown.put("link", link));
        if (item.has("amount") && breaks(Fault.MINA_014_D)) {
            shown.set("amount", item.path("amount"));
        }
        return shown;
    }

    private String unknown() {
        return breaks(Fault.MINA_014_G) ? "case" : "information";
    }

    private ObjectNode localized(JsonNode text) {
        return Json.object()
                .put("sv", changed(text.path("sv").asString()))
                .put("en", changed(text.path("en").asString()));
    }

    /** Returns a text as it is; a broken twin fears what is in it. */
    private String changed(String text) {
        if (breaks(Fault.MINA_014_A)) {
            return text.replace("&", "&amp;").replace("<", "&lt;");
        }
        if (breaks(Fault.MINA_014_B)) {
            return text.replaceAll("<[^>]*>", "");
        }
        return breaks(Fault.MINA_014_E)
                ? Normalizer.normalize(text, Normalizer.Form.NFC).strip()
                : text;
    }

    private Optional<String> link() {
        String link = text("link");
        return item.has("link") && isGood(link) && !breaks(Fault.MINA_024_E) ? Optional.of(link) : Optional.empty();
    }

    private boolean isGood(String link) {
        try {
            var address = new URI(link);
            boolean secure = "https".equals(address.getScheme()) || breaks(Fault.MINA_024_B);
            boolean bare = address.getRawUserInfo() == null || breaks(Fault.MINA_024_C);
            String origin = "https://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
            boolean ours = source.origins().contains(origin) || isLoose(address, link);
            return secure && bare && ours;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isLoose(URI address, String link) {
        return breaks(Fault.MINA_024_A)
                || (breaks(Fault.MINA_024_D) && source.origins().stream().anyMatch(link::startsWith))
                || (breaks(Fault.MINA_024_F) && source.origins().contains("https://" + address.getHost()))
                || (breaks(Fault.MINA_024_G)
                        && settings.portal().sources().stream()
                                .anyMatch(other -> other.origins().contains("https://" + address.getHost())));
    }

    private String text(String name) {
        return item.path(name).asString("");
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
