package se.ryggrad.conformance.gates;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import se.ryggrad.conformance.run.CheckIndex;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.twin.Fault;

/**
 * Knows which requirements a fault of the twin can touch: those whose checks make the twin ask whether it has that
 * fault.
 *
 * <p>Found by running the checks of each requirement alone against a twin without faults that remembers what it was
 * asked. Where a fault is never asked for, the twin with that fault answers as the one without it, so that its checks
 * need not run again. A requirement whose checks run after the others is touched by every fault.
 */
final class Reach {

    private static final long SEED = 1;

    private final Map<Fault, Set<String>> touched;
    private final Set<String> always;

    private Reach(Map<Fault, Set<String>> touched, Set<String> always) {
        this.touched = touched;
        this.always = always;
    }

    /** Finds the reach of all faults over {@code ids}. */
    static Reach over(Collection<String> ids, TwinRun run, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        var always = afterwards();
        var tasks = new ArrayList<Callable<Map.Entry<String, Set<Fault>>>>();
        ids.stream().filter(id -> !always.contains(id)).forEach(id -> tasks.add(() -> Map.entry(id, asked(run, id))));
        var touched = new EnumMap<Fault, Set<String>>(Fault.class);
        for (var future : threads.invokeAll(tasks)) {
            var found = future.get();
            found.getValue()
                    .forEach(fault ->
                            touched.computeIfAbsent(fault, f -> new TreeSet<>()).add(found.getKey()));
        }
        return new Reach(touched, always);
    }

    /** Returns the requirements that a twin with {@code fault} can fail. */
    Set<String> of(Fault fault) {
        var reached = new TreeSet<>(touched.getOrDefault(fault, Set.of()));
        reached.addAll(always);
        return reached;
    }

    private static Set<Fault> asked(TwinRun run, String id) {
        var questions = new Questions();
        run.meet(questions, RunSettings.of(SEED).only(Set.of(id)));
        return questions.asked;
    }

    private static Set<String> afterwards() {
        return CheckIndex.scan().checks().stream()
                .filter(CheckIndex.Check::afterwards)
                .flatMap(check -> check.requirements().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Has no fault, and remembers which were asked for. */
    private static final class Questions extends AbstractSet<Fault> {

        private final Set<Fault> asked = ConcurrentHashMap.newKeySet();

        @Override
        public boolean contains(Object fault) {
            asked.add((Fault) fault);
            return false;
        }

        @Override
        public Iterator<Fault> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
