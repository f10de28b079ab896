package se.ryggrad.core.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Surroundings;

/** Answers the rules from the engine's ports, each question when it is asked. */
final class PortSurroundings implements Surroundings {

    private final EnginePorts ports;
    private final Case subject;
    private final Moment moment;
    private final Optional<Attended> attended;

    private PortSurroundings(EnginePorts ports, Case subject, Moment moment, Optional<Attended> attended) {
        this.ports = ports;
        this.subject = subject;
        this.moment = moment;
        this.attended = attended;
    }

    /** Returns what lies around a case in which somebody acts. */
    static PortSurroundings of(EnginePorts ports, Case subject, Moment moment, Attended by) {
        return new PortSurroundings(ports, subject, moment, Optional.of(by));
    }

    /** Returns what lies around a case while nobody acts. */
    static PortSurroundings unattended(EnginePorts ports, Case subject, Moment moment) {
        return new PortSurroundings(ports, subject, moment, Optional.empty());
    }

    /**
     * Is who acts, and whom they may ask.
     *
     * @param caller who acts
     * @param representing tells who is to agree; the caller's issuer says which registries to ask
     */
    record Attended(Caller caller, Representing representing) {}

    /** Tells who is to agree for somebody in the case of a service. */
    @FunctionalInterface
    interface Representing {
        Optional<List<ActorId>> toAgree(ApprovalRule.Who who, Identity represented, ServiceId service);
    }

    @Override
    public List<StoredDocument> documents(Set<DocumentId> ids) {
        return ports.documents().find(principal(), ids);
    }

    @Override
    public List<CaseEvent> events() {
        return ports.cases().allEvents(principal(), subject.id());
    }

    @Override
    public List<Memo> memos() {
        return ports.cases().memos(principal(), subject.id());
    }

    @Override
    public Optional<Actor.Officer> officer(ActorId id) {
        return ports.officers().find(principal(), id);
    }

    @Override
    public Authority authority() {
        return ports.principals()
                .find(principal())
                .flatMap(principal -> principal.authority(subject.head().authority()))
                .orElseThrow(() -> new IllegalStateException("a case of an authority that is not configured"));
    }

    @Override
    public Optional<List<ActorId>> toAgree(ApprovalRule.Who who, Identity represented) {
        return attended.flatMap(by -> by.representing()
                .toAgree(who, represented, subject.head().service().id()));
    }

    @Override
    public List<Fault> faults(CaseLetter letter) {
        return ports.outbox().faults(letter);
    }

    @Override
    public Message message(CaseLetter letter, Party to) {
        Caller sender = attended.orElseThrow(() -> new IllegalStateException("letters are somebody's"))
                .caller();
        return ports.outbox().message(sender, new Addressee.OfParty(subject.id(), to.id(), to.identity()), letter);
    }

    @Override
    public String registryNumber() {
        return ports.cases()
                .nextRegistryNumber(
                        principal(), subject.head().authority(), authority().registerPrefix(), moment.today());
    }

    private PrincipalId principal() {
        return subject.head().principal();
    }
}
