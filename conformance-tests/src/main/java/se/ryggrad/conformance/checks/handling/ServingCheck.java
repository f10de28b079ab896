package se.ryggrad.conformance.checks.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.LegalDates;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks that it is known when a party received a decision, and what time runs from then. */
@ConformanceCheck
class ServingCheck {

    private static final String TOLD = "/decisions/0/notifications/0";

    @Requirement("HAND-048")
    @Test
    void hand048_recordsWhenAPartyReceivedADecision(Cases cases) {
        Handled handled = cases.notified();
        ObjectNode service = service(handled.decision(), handled.party(), Bodies.today());
        handled.live().act(handled.applicant(), service).expectProblem(403, "forbidden");
        Answer acted = handled.live().act(handled.officer(), service).expect(200);
        acted.at(TOLD + "/servedOn").is(Bodies.today().toString());
        Part told =
                Timeline.of(handled.live(), handled.applicant()).expectSound().last("service-recorded");
        told.at("/content/data/party").is(handled.party());
        told.at("/content/data/servedOn").is(Bodies.today().toString());
        handled.live()
                .act(handled.officer(), service)
                .hint("The party has received it.")
                .expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-048")
    @Test
    void hand048_namesWhatCannotBe(Cases cases, People people) {
        Person one = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(people.registrar(), Papers.of(one, other));
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        String decision = live.text(officer, "/decisions/0/id");
        String party = Papers.self(live, one);
        live.perform(officer, Bodies.notifyDecision(decision, party));
        LocalDate today = Bodies.today();
        String unknown = UUID.randomUUID().toString();
        expectFault(live, officer, service(decision, Papers.self(live, other), today), "/party unknown-value");
        expectFault(live, officer, service(unknown, party, today), "/decision unknown-value");
        expectFault(live, officer, service(decision, party, today.minusDays(1)), "/servedOn date-order");
        expectFault(live, officer, service(decision, party, today.plusDays(2)), "/servedOn date-in-future");
        ObjectNode shown = service(decision, party, today).put("evidence", unknown);
        expectFault(live, officer, shown, "/evidence unknown-document");
    }

    private static void expectFault(LiveCase live, Officer officer, ObjectNode body, String fault) {
        live.act(officer, body).expectProblem(422, "validation").expectErrors(fault);
    }

    @Requirement("HAND-049")
    @Test
    void hand049_isAcknowledgedByTheReceiver(Cases cases, People people) {
        Handled handled = cases.notified();
        ObjectNode receipt = Bodies.action("acknowledge-receipt").put("decision", handled.decision());
        handled.live().act(people.officer(), receipt).expectProblem(403, "forbidden");
        ObjectNode unknown = Bodies.action("acknowledge-receipt")
                .put("decision", UUID.randomUUID().toString());
        handled.live()
                .act(handled.applicant(), unknown)
                .expectProblem(422, "validation")
                .expectErrors("/decision unknown-value");
        Answer acted = handled.live().act(handled.applicant(), receipt).expect(200);
        acted.at(TOLD + "/servedOn").is(Bodies.today().toString());
        acted.at("/allowedActions").lacks("acknowledge-receipt");
        Timeline.of(handled.live(), handled.officer())
                .expectSound()
                .last("receipt-acknowledged")
                .at("/content/actor/kind")
                .is("person");
        handled.live().act(handled.applicant(), receipt).expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-050")
    @Test
    void hand050_tellsFromWhenAnAppealIsLate(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        int year = Bodies.today().getYear() - 1;
        ObjectNode paper = Papers.of(applicant)
                .put("receivedOn", LocalDate.of(year - 1, 12, 1).toString());
        LiveCase live = cases.create(people.registrar(), paper);
        live.perform(officer, Bodies.action("assign"));
        String party = Papers.self(live, applicant);
        List<LocalDate> days = Stream.concat(
                        LegalDates.holidays(year).stream().map(day -> day.minusWeeks(3)),
                        Stream.of(LocalDate.of(year, 3, 3), LocalDate.of(year, 9, 13)))
                .toList();
        for (int place = 0; place < days.size(); place++) {
            LocalDate day = days.get(place);
            String at = "/decisions/" + place;
            Answer decided = live.act(
                            officer, Bodies.decide("interim", "approved").put("decidedOn", day.toString()))
                    .require(200);
            String decision = decided.at(at + "/id").text();
            ObjectNode notice = Bodies.notifyDecision(decision, party).put("sentOn", day.toString());
            Answer told = live.actAfter(decided, officer, notice).require(200);
            live.actAfter(told, officer, service(decision, party, day))
                    .hint("Three weeks from " + day + ", and a day: vectors/legal-dates.csv.")
                    .expect(200)
                    .at(at + "/notifications/0/appealBefore")
                    .is(LegalDates.appealBefore(day).toString());
        }
        Timeline.of(live, applicant)
                .last("service-recorded")
                .at("/content/data/appealBefore")
                .is(LegalDates.appealBefore(days.get(days.size() - 1)).toString());
    }

    @Requirement("HAND-050")
    @Test
    void hand050_isForThoseWhoMayAppealAlone(Cases cases, People people) {
        Handled elsewhere = cases.assigned(Services.LEGALITY);
        elsewhere.live().perform(elsewhere.officer(), Bodies.approve());
        String there = elsewhere.decision();
        elsewhere.live().perform(elsewhere.officer(), Bodies.notifyDecision(there, elsewhere.party()));
        elsewhere
                .live()
                .act(elsewhere.officer(), service(there, elsewhere.party(), Bodies.today()))
                .expect(200)
                .at(TOLD + "/appealBefore")
                .isMissing();
        Person subject = people.person();
        Officer officer = people.officer();
        ObjectNode paper = Papers.of(people.person(), subject);
        ((ObjectNode) paper.at("/parties/1")).put("role", "subject");
        LiveCase live = cases.create(people.registrar(), paper);
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        String decision = live.text(officer, "/decisions/0/id");
        String party = Papers.self(live, subject);
        live.perform(officer, Bodies.notifyDecision(decision, party));
        Answer served =
                live.act(officer, service(decision, party, Bodies.today())).expect(200);
        served.at(TOLD + "/servedOn").is(Bodies.today().toString());
        served.at(TOLD + "/appealBefore").isMissing();
    }

    /** Returns a service of a decision on a day. */
    static ObjectNode service(String decision, String party, LocalDate day) {
        return Bodies.action("record-service")
                .put("decision", decision)
                .put("party", party)
                .put("servedOn", day.toString());
    }
}
