package se.ryggrad.conformance.checks.handling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
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
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks what the law gives a party when a case takes time, by facts in the past: no clock is moved. */
@ConformanceCheck
class DelayCheck {

    private static final int RANDOM_DAYS = 30;

    /** Days whose four weeks end on a holiday, an eve or a weekend, one of each. */
    private static final List<String> BEFORE_FREE_DAYS = List.of(
            "2021-05-28",
            "2021-05-29",
            "2021-05-09",
            "2022-05-27",
            "2023-04-03",
            "2023-04-20",
            "2023-05-09",
            "2023-11-26",
            "2023-11-27",
            "2023-11-28",
            "2023-12-03",
            "2023-12-04",
            "2023-12-09",
            "2024-03-01",
            "2024-03-04",
            "2024-04-11",
            "2024-05-24",
            "2024-10-05",
            "2025-11-26",
            "2025-12-03",
            "2026-02-21",
            "2026-04-03");

    @Requirement("HAND-042")
    @Test
    void hand042_tellsThePartiesWhy(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode delay = Bodies.action("notify-delay");
        handled.live()
                .act(handled.officer(), delay)
                .expectProblem(422, "validation")
                .expectErrors("/text required");
        delay.put("text", "En remiss har dragit ut på tiden.");
        handled.live().act(handled.applicant(), delay).expectProblem(403, "forbidden");
        handled.live().act(handled.officer(), delay).expect(200).at("/status").is("in-progress");
        Part told =
                Timeline.of(handled.live(), handled.applicant()).expectSound().last("delay-notified");
        told.at("/content/data/text").is("En remiss har dragit ut på tiden.");
        told.at("/content/actor/kind").is("officer");
    }

    @Requirement("HAND-043")
    @Test
    void hand043_statesTheDayAfterSixMonths(Cases cases, People people, Nonces nonces) {
        Officer registrar = people.registrar();
        Person applicant = people.person();
        for (LocalDate day : days(nonces)) {
            LiveCase live = received(cases, registrar, applicant, day);
            live.created()
                    .hint("Six months from " + day + ", and a day: vectors/legal-dates.csv.")
                    .at("/demandFrom")
                    .is(LegalDates.demandFrom(day).toString());
        }
    }

    private static List<LocalDate> days(Nonces nonces) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate today = Bodies.today();
        LocalDate first = LegalDates.first();
        for (int year = first.getYear(); year < today.getYear(); year++) {
            Stream.of("-08-29", "-08-30", "-08-31", "-03-31", "-05-31", "-10-31", "-12-31")
                    .map(("" + year)::concat)
                    .map(LocalDate::parse)
                    .forEach(days::add);
        }
        int span = (int) (today.toEpochDay() - first.toEpochDay());
        for (int i = 0; i < RANDOM_DAYS; i++) {
            days.add(first.plusDays(nonces.below(span)));
        }
        return days;
    }

    @Requirement("HAND-043")
    @Test
    void hand043_isForCasesOfThatKindAlone(Cases cases, People people) {
        cases.submitted(people.person(), Services.LEGALITY)
                .live()
                .created()
                .at("/demandFrom")
                .isMissing();
        cases.opened(people.officer()).created().at("/demandFrom").isMissing();
    }

    @Requirement("HAND-044")
    @Test
    void hand044_isPossibleFromThatDayOnce(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        LocalDate last = lastThatMay(Bodies.today());
        LiveCase early = received(cases, people.registrar(), applicant, last.plusDays(1));
        early.read(applicant).expect(200).at("/allowedActions").lacks("demand-decision");
        early.act(applicant, demand())
                .hint("Six months have not passed since " + last.plusDays(1) + ".")
                .expectProblem(409, "state-conflict");
        LiveCase live = received(cases, people.registrar(), applicant, last);
        live.read(applicant).expect(200).at("/allowedActions").contains("demand-decision");
        live.act(applicant, demand()).expect(200).at("/allowedActions").lacks("demand-decision");
        Timeline.of(live, officer)
                .expectSound()
                .last("decision-demanded")
                .at("/content/actor/kind")
                .is("person");
        live.act(applicant, demand()).hint("It was demanded already.").expectProblem(409, "state-conflict");
        LiveCase decided = received(cases, people.registrar(), applicant, last);
        decided.perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        decided.act(applicant, demand()).hint("The case is decided.").expectProblem(409, "state-conflict");
    }

    @Requirement("HAND-044")
    @Test
    void hand044_isForThoseWhoBeganTheCase(Cases cases, People people) {
        Person applicant = people.person();
        Person neighbour = people.person();
        ObjectNode paper = Papers.of(applicant, neighbour);
        paper.put("receivedOn", Bodies.today().minusMonths(8).toString());
        ((ObjectNode) paper.at("/parties/1")).put("role", "counterparty");
        LiveCase live = cases.create(people.registrar(), paper);
        live.read(neighbour).expect(200).at("/allowedActions").lacks("demand-decision");
        live.act(neighbour, demand()).expectProblem(403, "forbidden");
        ObjectNode recorded = demand().put("for", Papers.self(live, neighbour)).put("channel", "paper");
        live.act(people.registrar(), recorded)
                .hint("A counterparty did not begin the case.")
                .expectProblem(422, "validation")
                .expectErrors("/for unknown-value");
    }

    @Requirement("HAND-044")
    @Test
    void hand044_cannotHaveComeBeforeThatDay(Cases cases, People people) {
        Person applicant = people.person();
        LocalDate day = Bodies.today().minusMonths(8);
        LiveCase live = received(cases, people.registrar(), applicant, day);
        ObjectNode recorded = demand().put("for", Papers.self(live, applicant)).put("channel", "paper");
        recorded.put("receivedOn", LegalDates.demandFrom(day).minusDays(1).toString());
        live.act(people.registrar(), recorded).expectProblem(422, "validation").expectErrors("/receivedOn date-order");
    }

    @Requirement("HAND-045")
    @Test
    void hand045_hasToBeAnsweredWithinFourWeeks(Cases cases, People people, Nonces nonces) {
        Officer registrar = people.registrar();
        Person applicant = people.person();
        List<LocalDate> days =
                new ArrayList<>(BEFORE_FREE_DAYS.stream().map(LocalDate::parse).toList());
        for (int i = 0; i < RANDOM_DAYS / 2; i++) {
            days.add(LocalDate.of(2021, 1, 1).plusDays(nonces.below(1800)));
        }
        for (LocalDate day : days) {
            LiveCase live = received(cases, registrar, applicant, LegalDates.first());
            ObjectNode recorded = demand().put(
                            "for", live.created().at("/parties/0/id").text())
                    .put("channel", "paper")
                    .put("receivedOn", day.toString());
            Answer acted = live.actAfter(live.created(), registrar, recorded)
                    .hint("Four weeks from " + day + " end on " + name(day) + " " + day.plusWeeks(4) + ".")
                    .expect(200);
            Part deadline = acted.at("/deadlines").hasSize(1).at("/0");
            deadline.at("/kind").is("decision-on-demand");
            deadline.at("/startedBy").is("decision-demanded");
            deadline.at("/startsOn").is(day.toString());
            deadline.at("/endedOn").isMissing();
            deadline.at("/dueOn").is(LegalDates.answerToDemand(day).toString());
        }
    }

    @Requirement("HAND-045")
    @Test
    void hand045_isToldInTheTimeline(Cases cases, People people) {
        Person applicant = people.person();
        LiveCase live =
                received(cases, people.registrar(), applicant, Bodies.today().minusMonths(8));
        live.perform(applicant, demand());
        Timeline.of(live, applicant)
                .last("decision-demanded")
                .at("/content/data/dueOn")
                .is(LegalDates.answerToDemand(Bodies.today()).toString());
    }

    private static String name(LocalDate day) {
        DayOfWeek name = day.getDayOfWeek();
        return name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT);
    }

    @Requirement("HAND-046")
    @Test
    void hand046_isRefusedByADecision(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        LiveCase live =
                received(cases, people.registrar(), applicant, Bodies.today().minusMonths(8));
        live.perform(officer, Bodies.action("assign"));
        ObjectNode refuse = Bodies.action("refuse-demand");
        refuse.set("reasons", Json.object("text", "En remiss väntar."));
        refuse.set("appealInstruction", Json.object("text", "Beslutet överklagas till förvaltningsrätten."));
        live.act(officer, refuse).hint("Nobody has demanded a decision.").expectProblem(409, "state-conflict");
        live.perform(applicant, demand());
        live.act(applicant, refuse).expectProblem(403, "forbidden");
        live.act(officer, Bodies.action("refuse-demand"))
                .expectProblem(422, "validation")
                .expectErrors("/reasons required");
        Answer acted = live.act(officer, refuse).expect(200);
        acted.at("/status").is("in-progress");
        Part decision = acted.at("/decisions").hasSize(1).at("/0");
        decision.at("/kind").is("procedural");
        decision.at("/outcome").is("rejected");
        decision.at("/reasons/text").is("En remiss väntar.");
        decision.at("/appealInstruction/text").is("Beslutet överklagas till förvaltningsrätten.");
        Timeline.of(live, applicant)
                .expectSound()
                .last("demand-refused")
                .at("/content/data/decision")
                .is(decision.at("/id").text());
        live.act(officer, refuse).hint("The demand is answered.").expectProblem(409, "state-conflict");
        live.read(applicant).expect(200).at("/allowedActions").lacks("demand-decision");
    }

    @Requirement("HAND-047")
    @Test
    void hand047_endsWithTheDecisionOrTheRefusal(Cases cases, People people) {
        Person applicant = people.person();
        Officer officer = people.officer();
        ObjectNode refuse = Bodies.action("refuse-demand");
        refuse.set("reasons", Json.object("text", "En remiss väntar."));
        for (ObjectNode end : List.of(Bodies.approve(), refuse, Bodies.action("withdraw"))) {
            LiveCase live = received(
                    cases, people.registrar(), applicant, Bodies.today().minusMonths(8));
            live.perform(officer, Bodies.action("assign")).perform(applicant, demand());
            boolean own = end.path("action").asString("").equals("withdraw");
            live.act(own ? applicant : officer, end)
                    .expect(200)
                    .at("/deadlines/0/endedOn")
                    .is(Bodies.today().toString());
        }
    }

    private static ObjectNode demand() {
        return Bodies.action("demand-decision").put("text", "Jag begär att ni avgör ärendet.");
    }

    private static LiveCase received(Cases cases, Officer registrar, Person applicant, LocalDate day) {
        return cases.create(registrar, Papers.of(applicant).put("receivedOn", day.toString()));
    }

    /** Returns the last day of receipt that lets a decision be demanded on a day. */
    private static LocalDate lastThatMay(LocalDate today) {
        LocalDate day = today.minusMonths(5);
        while (LegalDates.demandFrom(day).isAfter(today)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
