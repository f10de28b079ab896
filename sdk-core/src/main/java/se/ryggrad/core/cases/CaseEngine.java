package se.ryggrad.core.cases;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseFile;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.access.LifecycleReader;
import se.ryggrad.core.cases.access.Permissions;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.inquiry.Inquiries;
import se.ryggrad.core.cases.letters.ReturnedLetters;
import se.ryggrad.core.cases.reading.Readings;
import se.ryggrad.core.cases.rules.Rules;
import se.ryggrad.core.cases.rules.StartingRules;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.catalog.Forms;

/**
 * Manages cases after the standard's table of actions, over what it is plugged into.
 *
 * <p>Thread-safe and without state of its own: any number of engines can work on one store.
 */
public final class CaseEngine implements CaseManagement {

    private final EnginePorts ports;
    private final Clock clock;
    private final Inquiries inquiries;
    private final Meeting meeting;
    private final Starting starting;
    private final Acting acting;
    private final Listing listing;
    private final Following following;
    private final Addressing addressing;
    private final Unattended unattended;
    private final DailyRound dailyRound;
    private final Readings readings;

    /**
     * Creates an engine.
     *
     * @param ports what it is plugged into
     * @param clock gives the time, which is cut to milliseconds
     * @param random gives ids, salts and codes; a {@link java.security.SecureRandom} outside tests
     */
    public CaseEngine(EnginePorts ports, Clock clock, Random random) {
        Forms forms = new Forms();
        Permissions permissions = new Permissions(LifecycleReader.standard());
        Dice dice = new Dice(random);
        this.ports = ports;
        this.clock = clock;
        this.inquiries = new Inquiries(ports.cases(), ports.protections(), ports.representatives());
        this.meeting = new Meeting(ports, permissions, inquiries);
        this.starting = new Starting(ports, meeting, new StartingRules(forms), dice);
        this.following = new Following(ports.cases());
        this.addressing = new Addressing(ports.cases(), meeting, permissions);
        this.acting = new Acting(ports, meeting, permissions, new Rules(forms), dice);
        this.readings = new Readings(ports.accessLog(), dice);
        this.listing = new Listing(ports, inquiries, readings);
        this.unattended = new Unattended(ports, meeting, dice);
        this.dailyRound = new DailyRound(ports, unattended, clock);
    }

    /** Returns the round that whoever embeds the engine runs each day. */
    public DailyRound dailyRound() {
        return dailyRound;
    }

    @Override
    public Written<Started> start(Caller caller, StartCall call, Once<Started> once) {
        return starting.start(new Starting.Beginning(caller, now(), inquiries.of(caller)), call, once);
    }

    @Override
    public CaseView find(Caller caller, CaseId id) {
        Moment moment = now();
        Situation situation = meeting.toRead(caller, id, moment);
        CaseView view = meeting.view(situation);
        readings.record(situation, moment, Reading.What.CASE);
        return view;
    }

    @Override
    public void requireVisible(Caller caller, CaseId id) {
        meeting.toRead(caller, id, now());
    }

    @Override
    public Page<CaseView> list(Caller caller, CaseQuery.Filter filter, PageRequest page) {
        return listing.list(caller, filter, page, now());
    }

    @Override
    public Page<CaseView> search(Caller caller, CaseQuery.Search search, PageRequest page) {
        return listing.search(caller, search, page, now());
    }

    @Override
    public Page<EventView> events(Caller caller, CaseId id, PageRequest page) {
        Moment moment = now();
        Situation situation = meeting.toReadWhole(caller, id, moment);
        Page<EventView> events =
                ports.cases().events(caller.principal(), id, page).map(Views.events(situation));
        readings.record(situation, moment, Reading.What.EVENTS);
        return events;
    }

    @Override
    public Map<CaseId, Map<PartyId, Identity>> addressees(Caller caller, Set<CaseId> ids) {
        return addressing.of(caller, ids, now());
    }

    @Override
    public CaseFile export(Caller caller, CaseId id) {
        Moment moment = now();
        Situation situation = meeting.toReadWhole(caller, id, moment);
        if (!situation.standing().exports() || situation.withholds()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        List<EventView> timeline = ports.cases().allEvents(caller.principal(), id).stream()
                .map(Views.events(situation))
                .toList();
        readings.record(situation, moment, Reading.What.EXPORT);
        return new CaseFile(meeting.view(situation), timeline, readings.all(situation));
    }

    @Override
    public Page<Reading> accessLog(Caller caller, CaseId id, PageRequest page) {
        Moment moment = now();
        Situation situation = meeting.toReadWhole(caller, id, moment);
        readings.record(situation, moment, Reading.What.ACCESS_LOG);
        return readings.page(situation, page);
    }

    @Override
    public CaseDocument document(Caller caller, CaseId id, DocumentId document, Predicate<CaseDocument> given) {
        Moment moment = now();
        Situation situation = meeting.toReadWhole(caller, id, moment);
        CaseDocument found = situation.current().documents().stream()
                .filter(each -> each.id().equals(document))
                .filter(each -> each.redacted().isEmpty() && Views.shows(situation, document))
                .findFirst()
                .orElseThrow(Refusals::notFound);
        if (given.test(found)) {
            readings.record(situation, moment, found.id());
        }
        return found;
    }

    @Override
    public Written<CaseView> act(
            Caller caller, CaseId id, ActionCall call, Optional<Precondition> precondition, Once<CaseView> once) {
        return acting.act(request(caller, call), id, precondition, once);
    }

    @Override
    public Written<Memo> memo(Caller caller, CaseId id, ActionCall call, Once<Memo> once) {
        return acting.memo(request(caller, call), id, once);
    }

    @Override
    public List<Memo> memos(Caller caller, CaseId id) {
        Situation situation = meeting.toRead(caller, id, now());
        Meeting.requireReaderOfMemos(situation);
        return ports.cases().memos(caller.principal(), id);
    }

    @Override
    public Memo memo(Caller caller, CaseId id, UUID memo) {
        return memos(caller, id).stream()
                .filter(each -> each.id().equals(memo))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    @Override
    public void undelivered(PrincipalId principal, CaseId id, MessageId message, PartyId party) {
        unattended.change(principal, id, now(), turn -> ReturnedLetters.note(turn, message, party));
    }

    @Override
    public FollowUp followUp(Caller caller, String followUpCode) {
        Situation situation = meeting.byCode(caller, followUpCode, now(), inquiries.of(caller));
        return following.of(situation, meeting.view(situation), List.of());
    }

    @Override
    public Written<FollowUp> followUp(Caller caller, String followUpCode, ActionCall call, Once<FollowUp> once) {
        return acting.followUp(request(caller, call), followUpCode, once);
    }

    private Acting.Request request(Caller caller, ActionCall call) {
        return new Acting.Request(caller, call, now(), inquiries.of(caller));
    }

    private Moment now() {
        return Moment.of(clock);
    }
}
