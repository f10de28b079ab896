package se.ryggrad.conformance.checks.approval;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Families;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks that whoever comes to apply together with the others is asked too. */
@ConformanceCheck
class CoApplicantCheck {

    @Requirement("HAND-092")
    @Test
    void hand092_asksACoApplicantWhoIsAdded(Cases cases, People people) {
        Officer officer = people.officer();
        Person other = people.person();
        LiveCase live = cases.create(people.person(), Approvals.together()).perform(officer, Bodies.action("assign"));
        Approvals.expectLacking(Approvals.expectGiven(live.created(), 1, 1));
        Answer beside = live.act(officer, Bodies.addParty(Papers.party("concerned", people.person())))
                .expect(200);
        Approvals.expectLacking(Approvals.expectGiven(beside, 1, 1));
        Answer added = live.act(officer, Bodies.addParty(Papers.party("co-applicant", other)))
                .expect(200);
        Approvals.expectAwaiting(Approvals.expectGiven(added, 1, 2));
        added.at("/requests").hasSize(1);
        String party = Papers.self(live, other);
        added.at("/requests/0/kind").is("approval");
        added.at("/requests/0/addressee").is(Json.object("party", party));
        Part event = Approvals.event(live, officer, "requested");
        event.at("/data/addressee").is(Json.object("party", party));
        event.at("/actor/kind").is("automatic");
        List<String> types = Approvals.types(live, officer);
        List<String> last = types.subList(types.size() - 2, types.size());
        if (!last.equals(List.of("party-added", "requested"))) {
            throw ConformanceFailure.of("the events party-added, then requested", last.toString());
        }
        Answer agreed = live.act(other, Approvals.approve(Approvals.asked(live, other, party)))
                .expect(200);
        Approvals.expectLacking(Approvals.expectGiven(agreed, 2, 2));
    }

    @Requirement("HAND-092")
    @Test
    void hand092_asksNobodyWhenTheCaseIsDecidedOrOthersMustAgree(Cases cases, People people, Families families) {
        Officer officer = people.officer();
        LiveCase decided = cases.create(people.person(), Approvals.together())
                .perform(officer, Bodies.action("assign"))
                .perform(officer, Bodies.refuse());
        LiveCase guarded = Approvals.guarded(cases, families.guardians(1));
        for (LiveCase live : List.of(decided, guarded)) {
            Answer added = live.act(officer, Bodies.addParty(Papers.party("co-applicant", people.person())))
                    .require(200);
            Approvals.expectLacking(Approvals.expectGiven(added, 1, 1));
            added.at("/requests").hasSize(0);
        }
    }
}
