package se.ryggrad.conformance.twin.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Lifecycle;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.protection.Identity;
import se.ryggrad.conformance.twin.protection.Ruling;

/** Says to the parties of which cases a caller may write. */
final class Reached {

    private final World world;
    private final Call call;
    private final Map<String, Ruling> rulings;

    private Reached(World world, Call call, Map<String, Ruling> rulings) {
        this.world = world;
        this.call = call;
        this.rulings = rulings;
    }

    /** Asks whose data is protected in the cases of an officer, without the lock, so that nobody else waits. */
    static Reached ask(World world, Call call, Collection<String> cases) {
        var rulings = new HashMap<String, Ruling>();
        if (call.caller().isOfficer()) {
            for (String id : cases.stream().distinct().toList()) {
                var persons = persons(world, call, id);
                rulings.put(id, world.protections().inRequest(call.caller(), persons, call.trace()));
            }
        }
        return new Reached(world, call, rulings);
    }

    private static List<Identity> persons(World world, Call call, String id) {
        synchronized (world) {
            return world.find(id)
                    .map(file -> new Standing(world, file, call.caller(), false, Ruling.nobody()))
                    .filter(Standing::belongs)
                    .map(Standing::persons)
                    .orElse(List.of());
        }
    }

    /** Returns a case to whose parties the caller may write; to be called under the lock. */
    Optional<CaseFile> find(String id) {
        return world.find(id).filter(this::reaches);
    }

    private boolean reaches(CaseFile file) {
        var ruling = Optional.ofNullable(rulings.get(file.id())).orElseGet(Ruling::nobody);
        var standing = new Standing(world, file, call.caller(), false, ruling);
        if (call.caller().isSystem()) {
            return standing.sees() || world.settings().breaks(Fault.MSG_005_D);
        }
        return standing.sees() && standing.isAssured() && writes(standing);
    }

    private boolean writes(Standing standing) {
        boolean reading = !call.method().equals("POST") && world.settings().breaks(Fault.MSG_012_B);
        boolean writing = call.method().equals("POST") && world.settings().breaks(Fault.MSG_005_C);
        return reading || writing || Lifecycle.rows("message").stream().anyMatch(standing::isNow);
    }
}
