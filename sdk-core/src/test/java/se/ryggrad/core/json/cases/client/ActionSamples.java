package se.ryggrad.core.json.cases.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.CaseAction.Agreeing;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.CaseAction.Delaying;
import se.ryggrad.api.cases.action.CaseAction.Erasing;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.action.Unnotified;
import se.ryggrad.api.cases.law.Appeal;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;

/** Holds every action that there is: with all that it can say, and with no more than it must. */
final class ActionSamples {

    private static final UUID ID = UUID.fromString("7b0c0a53-1c1f-4a6b-9d0e-5f3a4a1d2c11");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final PartyId PARTY = new PartyId(UUID.fromString("0d7e3f5c-3a68-4b0a-8a53-0a5f1f1f6f02"));
    private static final Optional<String> TEXT = Optional.of("Så här: \"åäö\" 😀");
    private static final JsonText REASONS = new JsonText("{\"text\":\"Planen\",\"provisions\":[\"PBL 9 kap.\"]}");
    private static final List<DocumentEntry> DOCUMENTS = List.of(
            new DocumentEntry(new DocumentId(ID), "drawing", "ritning.pdf", Optional.of("Fasad")),
            new DocumentEntry(DocumentId.random(), "other", "b.txt", Optional.empty()));
    private static final Optional<Recorded> RECORDED =
            Optional.of(new Recorded(Optional.of(PARTY), Optional.of(Channel.PAPER), Optional.of(DAY)));
    private static final Circle SECRET = new Circle(
            new Audience(Audience.To.PARTIES, Set.of(PARTY, PartyId.random())),
            List.of(new Circle.Ground("OSL 26 kap. 1 §", "parterna"), new Circle.Ground("OSL 21 kap. 1 §", "")));
    private static final Optional<CaseLetter> LETTER = Optional.of(new CaseLetter(
            new Content("Ärende", new Content.Html("<p>Hej</p>")),
            List.of(new ChannelId("post"), ChannelId.MINA_SIDOR),
            Optional.of(Duration.ofDays(14).plusSeconds(5))));
    private static final Decision.Makers MAKERS = new Decision.Makers(
            new JsonText("[{\"name\":\"Karin\"}]"),
            Optional.of(new JsonText("{\"name\":\"Ola\"}")),
            new JsonText("[{\"name\":\"Eva\"}]"),
            new JsonText("[{\"name\":\"Per\",\"text\":\"Nej\"}]"));
    private static final Decision.Makers NOBODY =
            new Decision.Makers(new JsonText("[]"), Optional.empty(), new JsonText("[]"), new JsonText("[]"));
    private static final Safeguards SAFE = new Safeguards(
            Optional.of(new JsonText("{\"ground\":\"a\"}")),
            Optional.of(new JsonText("{\"text\":\"b\"}")),
            Optional.of(new JsonText("{\"ground\":\"c\"}")));

    private ActionSamples() {}

    static Stream<CaseAction> all() {
        return Stream.of(handling(), asking(), parties(), deciding(), appealing())
                .flatMap(each -> each);
    }

    private static Stream<CaseAction> handling() {
        return Stream.of(
                new Placing.Register(),
                new Placing.Assign(Optional.of(new ActorId(ID.toString()))),
                new Placing.Assign(Optional.empty()),
                new Placing.Reroute(new UnitId("unit-a2"), TEXT),
                new Adding.Supplement(TEXT, Optional.of(new JsonText("{\"a\":[1.5,null,true]}")), DOCUMENTS, RECORDED),
                new Adding.Supplement(Optional.empty(), Optional.empty(), List.of(), Optional.empty()),
                new Adding.WriteMessage("Hej", DOCUMENTS, RECORDED, SECRET),
                new Adding.WriteMessage("Hej", List.of(), Optional.empty(), Circle.EVERYBODY),
                new Adding.RecordNote("Ring", Optional.of(DAY), new Circle(Audience.OFFICERS, SECRET.secrecy())),
                new Adding.WriteMemo("Minne"),
                new Delaying.NotifyDelay("Sjukdom", LETTER),
                new Delaying.NotifyDelay("Sjukdom"),
                new Delaying.DemandDecision(TEXT, RECORDED),
                new Delaying.RefuseDemand(REASONS, Optional.of(new JsonText("{\"text\":\"x\"}"))),
                new Erasing.Redact("KS 2026/1", "GDPR 17", List.of(ID, UUID.randomUUID())),
                new Erasing.Dispose("KS 2026/1", "gallringsplan"),
                new CaseAction.Extension("x-local"));
    }

    private static Stream<CaseAction> asking() {
        return Stream.of(
                new Asking.Ask(
                        Request.Kind.OPINION,
                        new Request.Addressee.OfUnit(new UnitId("unit-a2")),
                        "Yttra er",
                        Optional.of(new JsonText("{\"type\":\"object\"}")),
                        List.of(new DocumentId(ID)),
                        Optional.of(DAY),
                        Optional.of("avgörs ändå"),
                        SECRET,
                        LETTER),
                Acts.ask(new Request.Addressee.OfName("Länsstyrelsen"), DAY, Circle.EVERYBODY),
                Acts.communicate(PARTY),
                new Asking.AnswerRequest(ID, TEXT, Optional.of(new JsonText("{}")), DOCUMENTS, RECORDED),
                Acts.answer(ID, Optional.empty()),
                new Asking.CloseRequest(ID, TEXT),
                new Agreeing.Approve(ID, RECORDED),
                new Agreeing.RefuseApproval(ID, Optional.empty()),
                new Agreeing.DispenseApproval(Optional.of(ID), "FB 6:13 a"),
                new Agreeing.DispenseApproval(Optional.empty(), "FB 6:13 a"));
    }

    private static Stream<CaseAction> parties() {
        Identity anna = People.identity(People.ANNA);
        return Stream.of(
                new Involving.AddParty(new PartyEntry(
                        Party.Role.CO_APPLICANT, anna, "Anna", Optional.of(Set.of(Party.Right.BE_NOTIFIED)))),
                new Involving.AddParty(new PartyEntry(Party.Role.CONCERNED, Identity.NONE, "", Optional.empty())),
                new Involving.ChangeParty(
                        PARTY,
                        "gift",
                        new PartyChange(
                                Optional.of(Party.Role.PAYER),
                                Optional.of("Anna B"),
                                Optional.of(Set.of()),
                                Optional.of(anna))),
                new Involving.EndParty(PARTY, EndGround.OTHER, Optional.of(DAY), TEXT));
    }

    private static Stream<CaseAction> deciding() {
        return Stream.of(
                new Ending.Decide(
                        Decision.Kind.PARTIAL,
                        "approved",
                        Optional.of(DAY),
                        MAKERS,
                        Optional.of(new JsonText("{\"kind\":\"delegation\"}")),
                        "Bifall.",
                        new Decision.Reasons(Optional.of(REASONS), Optional.of(new JsonText("{\"ground\":\"x\"}"))),
                        SAFE,
                        DOCUMENTS,
                        Optional.of(ID),
                        SECRET),
                Acts.decide(Decision.Kind.FINAL, Optional.empty()),
                new Ending.NotifyDecision(ID, List.of(PARTY), "post", Optional.of(DAY), LETTER),
                new Ending.NotifyDecision(ID, List.of(), "post", Optional.empty()),
                new Ending.Complete(new JsonText("{\"text\":\"Klart\"}"), List.of(new MemoFate(ID, true))),
                new Ending.Close(List.of(new Unnotified(PARTY, "död")), List.of(new MemoFate(ID, false))),
                new Ending.Withdraw(TEXT, RECORDED),
                new Ending.Reopen("change", TEXT),
                new Reviewing.CorrectDecision(ID, "Skrivfel", TEXT, Optional.of(REASONS), DOCUMENTS),
                new Reviewing.ChangeDecision(
                        ID,
                        ChangeGround.URGENT_SAFETY,
                        "rejected",
                        Optional.of(DAY),
                        MAKERS,
                        Optional.of(new JsonText("{\"kind\":\"delegation\"}")),
                        "Avslag.",
                        REASONS,
                        SAFE,
                        DOCUMENTS),
                new Reviewing.ChangeDecision(
                        ID,
                        ChangeGround.INCORRECT,
                        "approved",
                        Optional.empty(),
                        NOBODY,
                        Optional.empty(),
                        "Bifall.",
                        REASONS,
                        Acts.UNSAID,
                        List.of()));
    }

    private static Stream<CaseAction> appealing() {
        return Stream.of(
                new Appealing.RecordService(ID, PARTY, DAY, Optional.of(new DocumentId(ID))),
                new Appealing.AcknowledgeReceipt(ID),
                new Appealing.MakeAppeal(ID, "Fel", DOCUMENTS, RECORDED),
                new Appealing.DismissAppeal(ID, REASONS),
                new Appealing.ForwardAppeal(ID, "Förvaltningsrätten"),
                new Appealing.RecordRuling(ID, new Appeal.Ruling(Appeal.Outcome.SET_ASIDE, DAY, TEXT)));
    }
}
