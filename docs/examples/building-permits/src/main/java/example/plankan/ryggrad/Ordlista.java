package example.plankan.ryggrad;

import example.plankan.Arende;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.ResourceBundle;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.StatusWording;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.core.json.JsonTree;

/** Says in Plankan's words, which stand in {@code ordlista.properties}, what the standard says in its own. */
@Singleton
final class Ordlista implements StatusWording {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("example.plankan.ryggrad.ordlista");

    static Arende arende(Case subject) {
        return new Arende(
                subject.id().value(),
                subject.head().registryNumber(),
                subject.head().service().title().sv(),
                subject.head().officer().map(OfficerRef::name),
                lage(subject),
                subject.head().receivedOn(),
                subject.parties().stream().map(Ordlista::part).toList(),
                subject.documents().stream().map(Ordlista::handling).toList(),
                subject.decisions().stream().map(Ordlista::beslut).toList());
    }

    /** Returns where the case stands: Plankan has a word for waiting, which is no status of the standard. */
    static String lage(Case subject) {
        CaseStatus status = subject.head().status();
        boolean waits = !subject.openRequests().isEmpty();
        return waits && status == CaseStatus.IN_PROGRESS ? word("waiting", "") : word(status);
    }

    /** Words that for people, as far as they see the case. */
    @Override
    public LocalizedText of(Case shown) {
        String lage = lage(shown);
        return new LocalizedText(lage.charAt(0) + lage.substring(1).toLowerCase(Locale.ROOT), word("en." + lage, lage));
    }

    static Arende.Handelse handelse(CaseEvent event) {
        CaseEvent.Told told = event.told().orElseThrow();
        JsonTree content = JsonTree.parse(told.content());
        String text = content.at("/data/text").flatMap(JsonTree::asText).orElse("");
        return new Arende.Handelse(
                event.id(), event.sequence(), event.recordedAt(), word(event.type()), told.byName(), text);
    }

    private static Arende.Part part(Party party) {
        return new Arende.Part(
                word(party.role()), party.name(), party.identity().value(), party.until());
    }

    private static Arende.Handling handling(CaseDocument document) {
        return new Arende.Handling(document.number(), word(document.direction()), document.subject(), document.on());
    }

    private static Arende.Beslut beslut(Decision decision) {
        String utfall = word("outcome." + decision.outcome(), decision.outcome());
        return new Arende.Beslut(word(decision.kind()), utfall, decision.decidedOn(), decision.text());
    }

    static String word(Enum<?> constant) {
        return word(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), constant.name());
    }

    private static String word(String key, String otherwise) {
        return WORDS.containsKey(key) ? WORDS.getString(key) : otherwise;
    }
}
