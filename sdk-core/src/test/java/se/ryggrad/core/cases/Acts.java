package se.ryggrad.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.CaseAction.Delaying;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.Reviewing;
import se.ryggrad.api.cases.law.ChangeGround;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.PartyId;

/** Makes the actions of the tests, each with no more than it needs. */
public final class Acts {

    /** Says nothing of how the parties were heard, or are told how to appeal. */
    public static final Safeguards UNSAID = new Safeguards(Optional.empty(), Optional.empty(), Optional.empty());

    /** Says that nobody needed to be heard, and how to appeal. */
    public static final Safeguards SAID = new Safeguards(
            Optional.of(new JsonText("{\"ground\":\"Bara partens egna uppgifter.\"}")),
            Optional.of(new JsonText("{\"text\":\"Till länsstyrelsen, inom tre veckor.\"}")),
            Optional.empty());

    private static final JsonText NOBODY = new JsonText("[]");

    private Acts() {}

    /** Asks {@code addressee} for something, due on {@code dueOn}. */
    public static Asking.Ask ask(Request.Addressee addressee, LocalDate dueOn, Circle circle) {
        return new Asking.Ask(
                Request.Kind.SUPPLEMENT,
                addressee,
                "Skicka en ritning.",
                Optional.empty(),
                List.of(),
                Optional.of(dueOn),
                Optional.empty(),
                circle);
    }

    /** Tells {@code party} of the material and asks what they say about it (FL section 25). */
    public static Asking.Ask communicate(PartyId party) {
        return new Asking.Ask(
                Request.Kind.COMMUNICATION,
                new Request.Addressee.OfParty(party),
                "Yttra dig över utredningen.",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Circle.EVERYBODY);
    }

    /** Answers a request in words. */
    public static Asking.AnswerRequest answer(UUID request, Optional<Recorded> recorded) {
        return new Asking.AnswerRequest(request, Optional.of("Här."), Optional.empty(), List.of(), recorded);
    }

    /** Adds words. */
    public static Adding.Supplement supplement(String text) {
        return new Adding.Supplement(Optional.of(text), Optional.empty(), List.of(), Optional.empty());
    }

    /** Adds members of the form. */
    public static Adding.Supplement fill(String form) {
        return new Adding.Supplement(Optional.empty(), Optional.of(new JsonText(form)), List.of(), Optional.empty());
    }

    /** Adds words that came on paper. */
    public static Adding.Supplement supplement(String text, Recorded recorded) {
        return new Adding.Supplement(Optional.of(text), Optional.empty(), List.of(), Optional.of(recorded));
    }

    /** Writes a message. */
    public static Adding.WriteMessage message(String text, Circle circle) {
        return new Adding.WriteMessage(text, List.of(), Optional.empty(), circle);
    }

    /** Takes a note. */
    public static Adding.RecordNote note(String text) {
        return new Adding.RecordNote(text, Optional.empty(), Circle.EVERYBODY);
    }

    /** Decides. */
    public static Ending.Decide decide(Decision.Kind kind, Optional<UUID> replaces) {
        return decide(kind, replaces, Optional.empty(), Circle.EVERYBODY);
    }

    /** Decides on a day. */
    public static Ending.Decide decide(
            Decision.Kind kind, Optional<UUID> replaces, Optional<LocalDate> decidedOn, Circle circle) {
        return decide(kind, "approved", UNSAID, replaces, decidedOn, circle);
    }

    /** Decides with an outcome, heard or not. */
    public static Ending.Decide decide(Decision.Kind kind, String outcome, Safeguards safeguards) {
        return decide(kind, outcome, safeguards, Optional.empty(), Optional.empty(), Circle.EVERYBODY);
    }

    /** Decides with an outcome, on a day. */
    public static Ending.Decide decide(
            Decision.Kind kind,
            String outcome,
            Safeguards safeguards,
            Optional<UUID> replaces,
            Optional<LocalDate> decidedOn,
            Circle circle) {
        return new Ending.Decide(
                kind,
                outcome,
                decidedOn,
                new Decision.Makers(NOBODY, Optional.empty(), NOBODY, NOBODY),
                Optional.empty(),
                "Bifall.",
                new Decision.Reasons(Optional.of(new JsonText("{\"text\":\"Planen följs.\"}")), Optional.empty()),
                safeguards,
                List.of(),
                replaces,
                circle);
    }

    /** Corrects the text of a decision. */
    public static Reviewing.CorrectDecision correct(UUID decision) {
        return new Reviewing.CorrectDecision(
                decision, "Skrivfel.", Optional.of("Bifall, 12 000 kr."), Optional.empty(), List.of());
    }

    /** Changes a decision. */
    public static Reviewing.ChangeDecision change(UUID decision, ChangeGround ground, String outcome) {
        return new Reviewing.ChangeDecision(
                decision,
                ground,
                outcome,
                Optional.empty(),
                new Decision.Makers(NOBODY, Optional.empty(), NOBODY, NOBODY),
                Optional.empty(),
                "Ändrat.",
                new JsonText("{\"text\":\"Nya uppgifter.\"}"),
                SAID,
                List.of());
    }

    /** Notifies everybody of a decision. */
    public static Ending.NotifyDecision notify(UUID decision) {
        return new Ending.NotifyDecision(decision, List.of(), "post", Optional.empty());
    }

    /** Closes without excuses. */
    public static Ending.Close close() {
        return new Ending.Close(List.of(), List.of());
    }

    /** Completes. */
    public static Ending.Complete complete(MemoFate... memos) {
        return new Ending.Complete(new JsonText("{\"text\":\"Åtgärdat.\"}"), List.of(memos));
    }

    /** Refuses a demand for a decision. */
    public static Delaying.RefuseDemand refuseDemand() {
        return new Delaying.RefuseDemand(new JsonText("{\"text\":\"Remiss pågår.\"}"), Optional.empty());
    }

    /** Takes the matter back. */
    public static Ending.Withdraw withdraw() {
        return new Ending.Withdraw(Optional.empty(), Optional.empty());
    }

    /** Opens a closed case again. */
    public static Ending.Reopen reopen() {
        return new Ending.Reopen("change", Optional.empty());
    }

    /** Erases parts of a case. */
    public static CaseAction.Erasing.Redact redact(UUID... parts) {
        return new CaseAction.Erasing.Redact("KS 2026/17", "Dataskydd", List.of(parts));
    }

    /** Disposes of a case. */
    public static CaseAction.Erasing.Dispose dispose() {
        return new CaseAction.Erasing.Dispose("KS 2026/18", "Gallringsplan");
    }

    /** Says that {@code party} did it on paper on a day. */
    public static Recorded onPaper(PartyId party, LocalDate on) {
        return new Recorded(Optional.of(party), Optional.of(Channel.PAPER), Optional.of(on));
    }
}
