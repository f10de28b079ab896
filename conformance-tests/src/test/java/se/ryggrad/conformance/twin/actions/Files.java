package se.ryggrad.conformance.twin.actions;

import java.util.HashSet;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.cases.Upload;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.identity.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts uploaded documents into a case. */
final class Files {

    /** The most documents of a case. */
    static final int LIMIT = 20;

    private final Work work;

    Files(Work work) {
        this.work = work;
    }

    /** Gathers faults: each document must be an upload of the caller's that nobody has used. */
    void check() {
        var seen = new HashSet<String>();
        var entries = work.body().path("documents");
        for (int i = 0; i < entries.size(); i++) {
            String id = entries.get(i).path("id").asString("");
            boolean usable = isUsable(id) && seen.add(id);
            work.faultIf(!usable && entries.get(i).has("id"), "/documents/" + i + "/id", "unknown-document");
            mediaType(entries.get(i), "/documents/" + i);
        }
        if (work.settings().breaks(Fault.CORE_055_A) && !work.faults().isEmpty()) {
            seen.forEach(work.world().uploads()::remove);
        }
        boolean many = work.file().documents().size() + entries.size() > LIMIT;
        boolean begins = work.file().version() == 0 && work.settings().breaks(Fault.CASE_080_B);
        work.faultIf(many && !begins && !work.settings().breaks(Fault.CASE_080_A), "/documents", "max-items");
    }

    private boolean isUsable(String id) {
        var upload = work.world().uploads().get(id);
        return upload != null
                && (upload.owner().equals(work.standing().caller().id())
                        || work.settings().breaks(Fault.CASE_009_B)
                        || (upload.owner().equals(Caller.anonymous().id())
                                && work.settings().breaks(Fault.CASE_009_C)));
    }

    /** Gathers faults against the attachment rules of the service. */
    void checkRules() {
        var entries = work.body().path("documents");
        for (int i = 0; i < entries.size(); i++) {
            checkRule(entries.get(i), "/documents/" + i);
        }
        for (var rule : work.file().service().json().path("attachments").values()) {
            long count = count(rule.path("id").asString(""));
            boolean waived = work.settings().breaks(Fault.CASE_007_B) && !entries.isEmpty();
            boolean missing = rule.path("required").asBoolean(false) && count == 0 && !waived;
            work.faultIf(missing && !work.settings().breaks(Fault.CASE_007_A), "/documents", "attachment-missing");
            boolean many = count > rule.path("maxCount").asInt(Integer.MAX_VALUE);
            work.faultIf(many && !work.settings().breaks(Fault.CASE_008_C), "/documents", "max-items");
        }
    }

    private long count(String kind) {
        return work.body()
                .path("documents")
                .valueStream()
                .filter(d -> d.path("kind").asString("").equals(kind))
                .count();
    }

    private void checkRule(JsonNode entry, String pointer) {
        var rule = work.file().service().attachment(entry.path("kind").asString(""));
        if (rule.isEmpty()) {
            boolean loose = work.settings().breaks(Fault.CASE_008_A);
            work.faultIf(entry.has("kind") && !loose, pointer + "/kind", "unknown-value");
        }
    }

    private void mediaType(JsonNode entry, String pointer) {
        var rule = work.file().service().attachment(entry.path("kind").asString(""));
        var upload = work.world().uploads().get(entry.path("id").asString(""));
        boolean fits = upload == null
                || rule.isEmpty()
                || rule.get()
                        .path("mediaTypes")
                        .valueStream()
                        .anyMatch(t -> t.asString("").equals(upload.mediaType().split(";", 2)[0]));
        work.faultIf(!fits && !work.settings().breaks(Fault.CASE_008_B), pointer + "/id", "media-type");
    }

    /** Puts the documents into the case and returns them as an event tells of them. */
    ArrayNode add(String direction, Circle circle) {
        var ids = Json.array();
        for (var entry : work.body().path("documents").values()) {
            ids.add(add(entry, direction, circle));
        }
        supply();
        return ids;
    }

    /** Takes the deficiency of a missing attachment away when no required one is missing any more. */
    private void supply() {
        boolean all = work.file().service().json().path("attachments").values().stream()
                .filter(rule -> rule.path("required").asBoolean(false))
                .allMatch(rule -> isThere(rule.path("id").asString("")));
        var gaps = work.file().deficiencies();
        for (int i = gaps.size() - 1; all && !work.settings().breaks(Fault.HAND_022_D) && i >= 0; i--) {
            if (gaps.get(i).path("code").asString("").equals("attachment-missing")) {
                gaps.remove(i);
            }
        }
    }

    private boolean isThere(String kind) {
        return work.file()
                .documents()
                .valueStream()
                .anyMatch(d -> d.path("kind").asString("").equals(kind));
    }

    private ObjectNode add(JsonNode entry, String direction, Circle circle) {
        var world = work.world();
        String id = entry.path("id").asString();
        Upload upload = java.util.Objects.requireNonNull(world.uploads().get(id));
        if (!work.settings().breaks(Fault.CASE_009_A)) {
            world.uploads().remove(id);
        }
        work.file().files().put(id, upload);
        var document = Json.object()
                .put("id", id)
                .put("number", work.file().documents().size() + 1)
                .put("kind", entry.path("kind").asString())
                .put("name", entry.path("name").asString())
                .put("subject", subject(entry))
                .put("mediaType", upload.mediaType())
                .put("size", upload.content().length)
                .put("sha256", upload.sha256())
                .put("direction", direction);
        String day = direction.equals("in") ? "receivedOn" : "drawnUpOn";
        document.put(day, work.happenedOn().toString());
        work.file().documents().add(circle.into(document));
        return Json.object()
                .put("id", id)
                .put("number", document.path("number").asInt())
                .put("kind", entry.path("kind").asString())
                .put("sha256", upload.sha256());
    }

    private String subject(JsonNode entry) {
        if (entry.has("subject")) {
            return entry.path("subject").asString();
        }
        String kind = entry.path("kind").asString();
        return work.file()
                .service()
                .attachment(kind)
                .map(rule -> rule.path("title").path("sv").asString(kind))
                .orElse(kind);
    }
}
