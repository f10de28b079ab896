package se.ryggrad.core.cases.inquiry;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.cases.access.Protected;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.RegistryAddress;
import se.ryggrad.core.registry.Representatives;

/**
 * Is what one request asks registries about persons: about each once, and never within a transaction. Not thread-safe.
 *
 * <p>Where no registry answers for the caller, what was last answered holds.
 */
public final class Inquiry {

    private final Caller caller;
    private final CaseStore cases;
    private final Protections protections;
    private final Representatives representatives;
    private final Optional<Identity> self;
    private final Map<Identity, Protection> known = new HashMap<>();
    private final Set<Identity> asked = new HashSet<>();
    private final Map<Identity, Optional<List<ActorId>>> toAgree = new HashMap<>();
    private Duration waited = Duration.ZERO;
    private Optional<Set<Identity>> represented = Optional.empty();

    Inquiry(Caller caller, CaseStore cases, Protections protections, Representatives representatives) {
        this.caller = caller;
        this.cases = cases;
        this.protections = protections;
        this.representatives = representatives;
        this.self = caller.representation().isEmpty() && caller.actor() instanceof Actor.Person person
                ? Optional.of(person.identity())
                : Optional.empty();
    }

    /**
     * Is a case with what was found about its persons.
     *
     * @param subject the case, each party with what was last answered
     * @param known who is protected in this request
     */
    public record Found(Case subject, Protected known) {

        /** Returns the same finding for a case with the same persons. */
        public Found in(Case changed) {
            return new Found(changed, known);
        }
    }

    /**
     * Finds out about the persons of {@code subject} but whoever asks for themselves: of a case that is met, and of one
     * that an act is about to leave, perhaps with one person more.
     */
    public Found about(Case subject) {
        Set<Identity> persons = persons(subject);
        self.ifPresent(persons::remove);
        learn(changed(List.of(subject), ask(subject, persons)));
        return found(subject);
    }

    /** Finds out at once about the persons of all {@code subjects}, so that nobody is asked about them one by one. */
    public void aboutAll(Collection<Case> subjects) {
        if (protections.know(caller)) {
            Set<Identity> persons = subjects.stream()
                    .flatMap(subject -> persons(subject).stream())
                    .collect(Collectors.toCollection(HashSet::new));
            self.ifPresent(persons::remove);
            learn(changed(subjects, askRegistries(persons)));
        }
    }

    /** Returns the answers that are not what some case has already. */
    private static Map<Identity, Protection> changed(Collection<Case> subjects, Map<Identity, Protection> answers) {
        return answers.entrySet().stream()
                .filter(answer -> subjects.stream()
                        .flatMap(subject -> subject.parties().stream())
                        .filter(party -> party.identity().equals(answer.getKey()))
                        .anyMatch(party -> !party.protection().equals(kept(party, answer.getValue()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Finds out about all persons of a case that is about to begin; their other cases learn of a protection alone. */
    public Found aboutNew(Case begun) {
        Map<Identity, Protection> answers = ask(begun, persons(begun));
        learn(answers.entrySet().stream()
                .filter(answer ->
                        answer.getValue().protects() && answer.getValue().answered())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return found(begun);
    }

    /**
     * Returns who is to agree for {@code represented} in the case that the request is about, or nothing where registries do
     * not tell (ID-070).
     *
     * <p>About each party they are asked once, one after another, and about no further one when they have taken {@link
     * RegistryAddress#MOST_TIME} together: so the request waits for them at most that long for one party, and twice that
     * long for several.
     */
    public Optional<List<ActorId>> toAgree(ApprovalRule.Who who, Identity represented, ServiceId service) {
        return toAgree.computeIfAbsent(
                represented,
                party -> caller.issuer()
                        .filter(issuer -> waited.compareTo(RegistryAddress.MOST_TIME) < 0)
                        .flatMap(issuer -> timed(() -> representatives.toAgree(
                                new RepresentativesInquiry(caller.principal(), party, issuer, caller.traceparent()),
                                who,
                                service))));
    }

    /**
     * Returns whom the officer who asks may represent; nobody for an officer whose token holds no identity number (ID-075).
     * Registries are asked the first time.
     */
    public Set<Identity> represented() {
        Set<Identity> found = represented.orElseGet(this::askWhomTheyRepresent);
        represented = Optional.of(found);
        return found;
    }

    private Set<Identity> askWhomTheyRepresent() {
        Optional<Identity> own =
                caller.actor() instanceof Actor.Officer officer ? officer.identity() : Optional.empty();
        return own.flatMap(number -> caller.issuer()
                        .map(issuer -> new RegistryInquiry(caller.principal(), number, issuer, caller.traceparent())))
                .map(representatives::represented)
                .orElse(Set.of());
    }

    private <T> T timed(Supplier<T> question) {
        long begun = System.nanoTime();
        try {
            return question.get();
        } finally {
            waited = waited.plusNanos(System.nanoTime() - begun);
        }
    }

    /** Asks about those of {@code persons} who are not known yet; returns what registries answered. */
    private Map<Identity, Protection> ask(Case subject, Set<Identity> persons) {
        if (!protections.know(caller)) {
            persons.forEach(person -> known.put(person, last(subject, person)));
            return Map.of();
        }
        return askRegistries(persons);
    }

    private Map<Identity, Protection> askRegistries(Set<Identity> persons) {
        Set<Identity> unknown = new HashSet<>(persons);
        unknown.removeAll(known.keySet());
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Map<Identity, Protection> answers = protections.of(caller, unknown);
        known.putAll(answers);
        asked.addAll(answers.keySet());
        return answers;
    }

    private void learn(Map<Identity, Protection> answers) {
        if (!answers.isEmpty()) {
            cases.learn(caller.principal(), answers);
        }
    }

    private Found found(Case subject) {
        Map<Identity, Protection> others = new HashMap<>(known);
        self.ifPresent(others::remove);
        return new Found(
                subject.toBuilder()
                        .parties(subject.parties().stream().map(this::marked).toList())
                        .build(),
                new Protected(others));
    }

    private Party marked(Party party) {
        return asked.contains(party.identity())
                ? party.protectedBy(kept(party, known.getOrDefault(party.identity(), Protection.UNKNOWN)))
                : party;
    }

    /** Returns what is kept of an answer: a silence takes no answer's place. */
    private static Optional<Protection> kept(Party party, Protection answer) {
        return answer.answered() ? Optional.of(answer) : party.protection().or(() -> Optional.of(answer));
    }

    private static Protection last(Case subject, Identity person) {
        return subject.parties().stream()
                .filter(party -> party.identity().equals(person))
                .flatMap(party -> party.protection().stream())
                .reduce(Protection.NONE, Protection::or);
    }

    private static Set<Identity> persons(Case subject) {
        return subject.parties().stream()
                .filter(Party::person)
                .map(Party::identity)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
