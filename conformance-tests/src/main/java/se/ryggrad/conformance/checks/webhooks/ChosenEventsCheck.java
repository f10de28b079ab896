package se.ryggrad.conformance.checks.webhooks;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.receiver.Arrived;
import se.ryggrad.conformance.receiver.Receiver;
import se.ryggrad.conformance.target.Target;

/** Checks which events are sent: by type, by place in the feed, by authority. */
@ConformanceCheck
class ChosenEventsCheck {

    private static final String SUPPLEMENT = "se.ryggrad.case.supplemented.v1";

    @Requirement("EVT-013")
    @Test
    void evt013_sendsTheTypesThatWereNamed(Http http, People people, Cases cases, Webhooks webhooks, Target target) {
        SystemClient client = webhooks.otherSystem();
        Receiver typed = webhooks.receiver();
        Receiver open = webhooks.receiver();
        Subscription some = Webhooks.active(webhooks.subscribed(client, typed, Webhooks.wish(typed, SUPPLEMENT)));
        Subscription all = Webhooks.active(webhooks.subscribed(client, open, Webhooks.wish(open)));
        Feed feed = new Feed(http, client, target).toEnd();
        Submitted submitted = cases.submitted(people.person(), Services.B);
        submitted.live().perform(submitted.applicant(), Bodies.message("Hej."));
        submitted.live().perform(submitted.applicant(), Bodies.supplement("Mer."));
        String head = submitted.live().text(submitted.applicant(), "/chain/hash");
        String id = submitted.live().id();
        List<String> told = types(Feed.of(feed.through(head), id));
        expectTypes(told, all.expectEvents(id, told.size()));
        expectTypes(List.of(SUPPLEMENT), some.expectEvents(id, 1));
    }

    private static List<String> types(List<Part> events) {
        return events.stream().map(event -> event.at("/type").text()).toList();
    }

    private static void expectTypes(List<String> types, List<Arrived> calls) {
        List<String> sent = calls.stream().map(call -> call.text("type")).toList();
        Talk.expect(sent.equals(types), "events of the case of the types " + types, sent.toString());
    }

    @Requirement("EVT-014")
    @Test
    void evt014_sendsWhatComesAfterAPosition(Http http, Cases cases, Webhooks webhooks, Target target) {
        Feed feed = new Feed(http, webhooks.system(), target).toEnd();
        Talk talk = Talk.in(cases).write();
        goTo(feed, talk.head());
        talk.write();
        Receiver receiver = webhooks.receiver();
        Subscription made = webhooks.subscribed(
                webhooks.system(),
                receiver,
                Webhooks.wish(receiver, Webhooks.MESSAGE).put("after", feed.position()));
        talk.expectLatestFirst(made.expectEvents(talk.id(), 1));
    }

    private static void goTo(Feed feed, String head) {
        List<Part> next = feed.next(1);
        while (!next.isEmpty() && !Feed.isAt(next.get(0), head)) {
            next = feed.next(1);
        }
        if (next.isEmpty()) {
            throw ConformanceFailure.of("the latest event of the case in the feed", "none");
        }
    }

    @Requirement("EVT-014")
    @Test
    void evt014_sendsWhatHappensFromNowOnWithoutAPosition(Cases cases, Webhooks webhooks) {
        Talk talk = Talk.in(cases).write();
        Subscription made = webhooks.subscribed(webhooks.receiver(), Webhooks.MESSAGE);
        talk.write();
        talk.expectLatestFirst(made.expectEvents(talk.id(), 1));
    }

    @Requirement("EVT-023")
    @Test
    void evt023_sendsEventsOfReachedAuthoritiesAlone(
            Http http, People people, Cases cases, Webhooks webhooks, Target target) {
        SystemClient client = webhooks.otherSystem();
        Subscription control = webhooks.active(webhooks.receiver());
        Receiver receiver = webhooks.receiver();
        String position = new Feed(http, client, target).toEnd().position();
        Subscription made =
                Webhooks.active(webhooks.subscribed(client, receiver, Webhooks.wish(receiver, Webhooks.MESSAGE)));
        Receiver later = webhooks.receiver();
        Talk unreached = Talk.in(cases).write();
        control.expectEvents(unreached.id(), 1);
        Talk reached = new Talk(cases.submitted(people.person(), Services.B)).write();
        Subscription after = Webhooks.active(webhooks.subscribed(
                client, later, Webhooks.wish(later, Webhooks.MESSAGE).put("after", position)));
        for (Subscription each : List.of(made, after)) {
            each.expectEvents(reached.id(), 1);
            unreached.expectUntoldTo(each.receiver());
        }
    }
}
