package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.function.Predicate;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.protection.Identity;
import se.ryggrad.conformance.twin.protection.Ruling;

/** Asks, before an officer is given a list, about the persons about whom no registry has answered yet. */
final class Unanswered {

    private Unanswered() {}

    /** Asks about those of the cases that the list is about, the newest first. */
    static void askAgain(World world, Call call, Predicate<Standing> listed) {
        if (!call.caller().isOfficer()) {
            return;
        }
        var unanswered = new ArrayList<Identity>();
        synchronized (world) {
            for (var file : world.cases().values()) {
                var standing = new Standing(world, file, call.caller(), false, Ruling.nobody());
                if (standing.reads() && listed.test(standing)) {
                    unanswered.addAll(0, standing.persons());
                }
            }
        }
        unanswered.removeIf(person -> !world.protections().isUnanswered(person));
        var first =
                unanswered.stream().distinct().limit(world.protections().most()).toList();
        if (!first.isEmpty()) {
            world.protections().ask(call.caller(), first, call.trace());
        }
    }
}
