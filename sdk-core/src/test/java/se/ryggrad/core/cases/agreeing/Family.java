package se.ryggrad.core.cases.agreeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ryggrad.api.Problem;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Is a world with a child who has two guardians, and a company with two who sign together. */
final class Family {

    static final String FORM = "{\"subject\":\"å\"}";
    static final Identity CHILD = People.identity("201503149823");
    static final Identity COMPANY = new Identity(IdentityScheme.ORGANISATIONSNUMMER, "2120001066");
    static final Caller ANNA = issued(People.person(People.ANNA));
    static final Caller BERTIL = issued(People.person(People.BERTIL));
    static final Caller CECILIA = issued(People.person("196805179840"));
    static final Caller KARIN = issued(People.handler("Karin Ek"));
    static final Caller OLA = issued(People.handler("Ola Ask"));
    static final Caller REGISTRAR = issued(People.registrar());
    static final Caller MOTHER = by(ANNA, RepresentationKind.GUARDIAN, CHILD, false);
    static final Caller FATHER = by(BERTIL, RepresentationKind.GUARDIAN, CHILD, false);
    static final Caller FIRST = by(ANNA, RepresentationKind.SIGNATORY, COMPANY, true);
    static final Caller SECOND = by(BERTIL, RepresentationKind.SIGNATORY, COMPANY, true);

    final KnownRepresentatives registry = new KnownRepresentatives();
    final World world;

    Family() {
        this(1);
    }

    Family(long seed) {
        world = new World(seed, registry);
        registry.let(CHILD, ANNA, BERTIL);
        registry.let(COMPANY, ANNA, BERTIL);
        world.seen(KARIN);
        world.seen(OLA);
    }

    /** Returns {@code caller} with a token of an issuer whose people are known. */
    static Caller issued(Caller caller) {
        return new Caller(
                caller.principal(),
                caller.actor(),
                caller.representation(),
                Optional.of("issuer"),
                caller.traceparent());
    }

    /** Returns {@code person} who acts for {@code represented} with every right. */
    static Caller by(Caller person, RepresentationKind kind, Identity represented, boolean jointly) {
        Set<RepresentationRight> named = Set.of(RepresentationRight.values());
        Representation by = new Representation(
                UUID.randomUUID(),
                kind,
                represented,
                "Alva Ek",
                jointly ? Set.of(RepresentationRight.READ) : named,
                named,
                jointly,
                Optional.empty(),
                Optional.empty());
        return new Caller(person.principal(), person.actor(), Optional.of(by), person.issuer(), person.traceparent());
    }

    CaseId submit(Caller caller, String service, PartyEntry... parties) {
        return submit(caller, service, FORM, parties);
    }

    CaseId submit(Caller caller, String service, String form, PartyEntry... parties) {
        Submission plain = World.submission(service, form);
        Submission submission = new Submission(
                plain.service(),
                plain.version(),
                plain.initiatedBy(),
                plain.form(),
                plain.documents(),
                List.of(parties),
                plain.channel(),
                plain.receivedOn(),
                plain.relations());
        return World.started(world.engine.start(caller, StartCall.of(submission), world.once(world::answer)))
                .view()
                .shown()
                .id();
    }

    static PartyEntry party(Party.Role role, Identity identity) {
        return new PartyEntry(role, identity, "Test", Optional.empty());
    }

    Case whole(CaseId id) {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow();
    }

    /** Returns how far those who must agree have: {@code given/needed}, with {@code ?} for what is unknown. */
    String reached(CaseId id) {
        Approval reached = whole(id).approval().orElseThrow();
        return reached.given() + "/" + reached.needed().map(String::valueOf).orElse("?");
    }

    /** Returns the requests for approval. */
    List<Request> asked(CaseId id) {
        return whole(id).requests().stream().filter(Request::ofApproval).toList();
    }

    /** Returns the codes of what the case lacks. */
    List<String> lacks(CaseId id) {
        return whole(id).deficiencies().stream()
                .map(gap -> gap.where() + " " + gap.code().code())
                .toList();
    }

    void approve(Caller caller, CaseId id) {
        world.act(caller, id, new Agreeing.Approve(asked(id).get(0).id(), Optional.empty()));
    }

    void refuse(Caller caller, CaseId id) {
        world.act(caller, id, new Agreeing.RefuseApproval(asked(id).get(0).id(), Optional.empty()));
    }

    static Agreeing.DispenseApproval dispense(Optional<UUID> request) {
        return new Agreeing.DispenseApproval(request, "FB 6 kap. 13 a §");
    }

    void assign(CaseId id) {
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
    }

    /** Returns the types of the events, in order. */
    List<String> types(CaseId id) {
        return world.cases.allEvents(People.PRINCIPAL, id).stream()
                .map(event -> event.type().code())
                .toList();
    }

    EventView last(Caller caller, CaseId id) {
        List<EventView> timeline = world.timeline(caller, id);
        return timeline.get(timeline.size() - 1);
    }

    static Problem refused(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem();
    }

    static List<String> faults(ThrowingCallable call) {
        return refused(call).faults().stream()
                .map(fault -> fault.where() + " " + fault.code().code())
                .toList();
    }
}
