package se.ryggrad.conformance.twin.cases;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One row of the lifecycle. */
public record Row(JsonNode json) {

    /** Returns the action. */
    public String action() {
        return json.path("action").asString();
    }

    /** Returns the kinds of actor who may. */
    public List<String> by() {
        return texts("by");
    }

    /** Returns whether the row happens in this status and on this track. */
    public boolean fits(CaseFile file) {
        return texts("from").contains(file.status())
                && texts("tracks").contains(file.service().track());
    }

    /** Returns whether the row happens on this track. */
    public boolean isOn(String track) {
        return texts("tracks").contains(track);
    }

    /** Returns the right that a party needs. */
    public String right() {
        return json.path("right").asString("");
    }

    /** Returns the scope that a system needs. */
    public String scope() {
        return json.path("scope").asString("");
    }

    /** Returns whether this version of the standard offers the row. */
    public boolean isOffered() {
        return !json.path("offeredSince").asString("").equals("later");
    }

    /** Returns whether the row only happens by itself. */
    public boolean isAutomatic() {
        return by().equals(List.of("automatic"));
    }

    private List<String> texts(String name) {
        return json.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
