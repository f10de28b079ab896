package se.ryggrad.conformance.twin.agreeing;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How far those who must agree on a case have; guarded by the lock of the world. */
public final class Agreement {

    private final JsonNode quorum;
    private final ArrayNode requests;
    private final List<String> unknown;
    private final String submitter;
    private int given;
    private OptionalInt needed = OptionalInt.empty();

    /**
     * Begins without knowing how many are needed.
     *
     * @param quorum what the service says of how many
     * @param requests the requests of the case
     * @param unknown the parties of whom a registry must say who represents them
     * @param submitter the opaque id of whoever began the case
     */
    public Agreement(JsonNode quorum, ArrayNode requests, List<String> unknown, String submitter) {
        this.quorum = quorum;
        this.requests = requests;
        this.unknown = List.copyOf(unknown);
        this.submitter = submitter;
    }

    /** Returns the parties of whom a registry must say who represents them. */
    public List<String> unknown() {
        return unknown;
    }

    /** Returns the opaque id of whoever began the case. */
    public String submitter() {
        return submitter;
    }

    /** Counts one more who has agreed. */
    public void give() {
        given++;
    }

    /** Returns whether it is known how many must agree. */
    public boolean isKnown() {
        return needed.isPresent();
    }

    /** Reckons how many must agree, with so many more who are about to be asked; returns whether more must than have. */
    public boolean reckon(int more, TwinSettings settings) {
        long asked = approvals().filter(r -> !isOver(r)).count();
        int all = given + (int) asked + more;
        int least = quorum.asInt(all) + (quorum.isNumber() && settings.breaks(Fault.CASE_090_D) ? 1 : 0);
        needed = OptionalInt.of(quorum.isNumber() ? Math.min(least, all) : all);
        return awaits();
    }

    /** Takes it that nobody more must agree: what a broken twin does of whom it could not ask. */
    public void suffice() {
        needed = OptionalInt.of(given);
    }

    /** Returns whether the case awaits approval. */
    public boolean awaits() {
        return given < needed.orElse(Integer.MAX_VALUE);
    }

    /** Returns whether an approval is outstanding. */
    public boolean isOutstanding(JsonNode request, TwinSettings settings) {
        String approval = request.path("approval").asString("");
        boolean twice = approval.equals("approved") && settings.breaks(Fault.HAND_091_C);
        boolean refused = approval.equals("refused") && settings.breaks(Fault.HAND_087_B);
        boolean late = request.path("state").asString("").equals("lapsed") && settings.breaks(Fault.HAND_085_D);
        return isApproval(request) && awaits() && (twice || !isOver(request)) && !refused && !late;
    }

    /** Returns the requests of this kind, in the order in which they were made. */
    public Stream<ObjectNode> approvals() {
        return requests.valueStream().filter(Agreement::isApproval).map(ObjectNode.class::cast);
    }

    /** Returns whether a request asks for an approval. */
    public static boolean isApproval(JsonNode request) {
        return request.path("kind").asString("").equals("approval");
    }

    private static boolean isOver(JsonNode request) {
        return List.of("approved", "dispensed")
                .contains(request.path("approval").asString(""));
    }

    /** Returns it as readers see it. */
    public ObjectNode view() {
        var view = Json.object();
        needed.ifPresent(number -> view.put("needed", number));
        return view.put("given", given);
    }
}
