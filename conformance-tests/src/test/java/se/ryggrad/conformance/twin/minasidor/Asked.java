package se.ryggrad.conformance.twin.minasidor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Standing;
import tools.jackson.databind.node.ObjectNode;

/** Says what is asked of whoever reads a case, or of whom they represent, and by when. */
final class Asked {

    private final Standing standing;

    Asked(Standing standing) {
        this.standing = standing;
    }

    void into(ObjectNode item) {
        var theirs = requests().filter(this::isForReader).toList();
        item.put("actionRequired", !theirs.isEmpty());
        boolean others = theirs.isEmpty() && breaks(Fault.MINA_005_H);
        dueOn(others ? requests().filter(Asked::isForParty).toList() : theirs).ifPresent(day -> item.put("dueOn", day));
    }

    private Stream<ObjectNode> requests() {
        var file = standing.file();
        var requests = breaks(Fault.MINA_005_D)
                ? file.requests().valueStream().map(ObjectNode.class::cast)
                : file.openRequests().stream();
        return requests.filter(standing::hears).filter(r -> r.has("dueOn") || !breaks(Fault.MINA_005_G));
    }

    private boolean isForReader(ObjectNode request) {
        String asked = request.path("addressee").path("party").asString("");
        boolean theirs = standing.self().stream().anyMatch(p -> p.id().equals(asked));
        return (theirs && isForThem(request))
                || (isForParty(request) && breaks(Fault.MINA_005_B))
                || (!isForParty(request) && breaks(Fault.MINA_005_C))
                || (isOfRepresentative(asked) && breaks(Fault.MINA_005_F))
                || (wasReader(asked) && breaks(Fault.MINA_005_J));
    }

    /** Returns whether a request names no representative, or the one who reads. */
    private boolean isForThem(ObjectNode request) {
        String named = request.path("representative").path("id").asString("");
        return named.isEmpty() || named.equals(standing.caller().id()) || breaks(Fault.MINA_005_I);
    }

    private static boolean isForParty(ObjectNode request) {
        return request.path("addressee").has("party");
    }

    /** Returns whether whoever acts for another is asked themselves. */
    private boolean isOfRepresentative(String asked) {
        return standing.file().parties().stream()
                .anyMatch(p -> p.id().equals(asked)
                        && p.person().equals(standing.caller().id()));
    }

    /** Returns whether the party who is asked is the reader, and has ended. */
    private boolean wasReader(String asked) {
        return standing.file().parties().stream()
                .filter(p -> p.id().equals(asked) && p.isEnded())
                .anyMatch(p -> p.person().equals(standing.caller().id()));
    }

    private Optional<String> dueOn(List<ObjectNode> requests) {
        if (breaks(Fault.MINA_005_E)) {
            return requests.stream()
                    .limit(1)
                    .map(r -> r.path("dueOn").asString(""))
                    .filter(day -> !day.isEmpty())
                    .findFirst();
        }
        var days = requests.stream()
                .map(r -> r.path("dueOn").asString(""))
                .filter(day -> !day.isEmpty())
                .sorted()
                .toList();
        boolean latest = breaks(Fault.MINA_005_A);
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get(latest ? days.size() - 1 : 0));
    }

    private boolean breaks(Fault fault) {
        return standing.world().settings().breaks(fault);
    }
}
