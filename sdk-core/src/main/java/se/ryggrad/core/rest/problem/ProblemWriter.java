package se.ryggrad.core.rest.problem;

import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.Fault;
import se.ryggrad.api.Language;
import se.ryggrad.api.Problem;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes problems (RFC 9457, schema {@code problem}). */
public final class ProblemWriter {

    private ProblemWriter() {}

    /** Writes {@code problem}; every writing has an instance of its own (CORE-003). */
    public static JsonTree.ObjectNode json(Problem problem, Language language, String traceId) {
        JsonBuilder json = JsonTree.object()
                .put("type", problem.type().urn())
                .put("title", ProblemTexts.title(problem.type()).in(language))
                .put("status", ProblemStatus.of(problem.type()))
                .put("detail", problem.detail().in(language))
                .put("instance", "urn:uuid:" + UUID.randomUUID())
                .put("traceId", traceId);
        if (!problem.faults().isEmpty()) {
            json.put(
                    "errors",
                    problem.faults().stream()
                            .map(fault -> fault(fault, language))
                            .toList());
        }
        return json.putText("firstResource", uuid(problem.firstResource())).build();
    }

    private static JsonTree fault(Fault fault, Language language) {
        String place = fault.place() == Fault.Place.POINTER ? "pointer" : "parameter";
        return JsonTree.object()
                .put(place, fault.where())
                .put("code", fault.code().code())
                .put("detail", fault.detail().in(language))
                .build();
    }

    private static Optional<String> uuid(Optional<String> resource) {
        return resource.filter(id -> !id.isEmpty());
    }
}
