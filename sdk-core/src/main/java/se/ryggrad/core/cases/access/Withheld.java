package se.ryggrad.core.cases.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.catalog.schema.ContactData;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/**
 * Tells what is withheld from one reader for the sake of the protected parties of a case: contact data, what was sent in,
 * and names (ID-058, ID-059). Is used by one thread.
 */
final class Withheld {

    private static final String PROVISION = "Offentlighets- och sekretesslagen (2009:400) 21 kap. 3 §";
    private static final Set<EventType> FILLED_IN =
            Set.of(EventType.SUBMITTED, EventType.OPENED, EventType.SUPPLEMENTED);

    private final Situation situation;
    private final boolean applies;
    private final Set<String> documents;

    Withheld(Situation situation) {
        this.situation = situation;
        this.applies = situation.withholds();
        this.documents = situation.current().documents().stream()
                .filter(this::document)
                .map(document -> document.id().value().toString())
                .collect(Collectors.toSet());
    }

    /** Returns whether anything is withheld. */
    boolean applies() {
        return applies;
    }

    /** Returns whether {@code document} is withheld: it came from somebody. */
    boolean document(CaseDocument document) {
        return applies && document.direction() == CaseDocument.Direction.IN;
    }

    /** Returns what is left of the form. */
    JsonText form() {
        JsonText filledIn = situation.current().form();
        return applies ? contactData().without(JsonTree.parse(filledIn)).json() : filledIn;
    }

    /** Returns {@code party} as the reader may see it: with its protection for those who handle it, else without. */
    Party party(Party party) {
        Case subject = situation.current();
        if (Protected.opens(situation.standing().actor(), subject)) {
            return party.protectedBy(situation.known().of(party));
        }
        Party plain = party.protectedBy(Optional.empty());
        return situation.known().of(party).isPresent() ? plain.named("") : plain;
    }

    /** Returns whether {@code event} is withheld: it has contact data, or names a document that is. */
    boolean event(CaseEvent event) {
        return applies && event.told().filter(told -> event(event, told)).isPresent();
    }

    private boolean event(CaseEvent event, CaseEvent.Told told) {
        JsonTree data = JsonTree.parse(told.content()).at("/data").orElse(JsonTree.ObjectNode.EMPTY);
        return data.at("/form")
                        .filter(filledIn -> contact(event, data, filledIn))
                        .isPresent()
                || texts(data).anyMatch(documents::contains);
    }

    /** Returns {@code event} with the ground on which it is withheld. */
    CaseEvent grounded(CaseEvent event) {
        return event.told().map(told -> grounded(event, told)).orElse(event);
    }

    private static CaseEvent grounded(CaseEvent event, CaseEvent.Told told) {
        Secrecy ground = new Secrecy(PROVISION, "", event.recordedAt(), ActorId.ANONYMOUS);
        List<Secrecy> grounds =
                Stream.concat(told.secrecy().stream(), Stream.of(ground)).toList();
        return new CaseEvent(
                event.id(),
                event.sequence(),
                event.type(),
                event.recordedAt(),
                new CaseEvent.Told(told.content(), told.salt(), told.byName(), told.audience(), grounds),
                event.seal());
    }

    private boolean contact(CaseEvent event, JsonTree data, JsonTree filledIn) {
        if (event.type() == EventType.REQUEST_ANSWERED) {
            return asked(data)
                    .map(schema -> new ContactData(schema).in(filledIn))
                    .orElse(true);
        }
        return FILLED_IN.contains(event.type()) && contactData().in(filledIn);
    }

    private ContactData contactData() {
        return new ContactData(situation.definition().form());
    }

    private Optional<JsonText> asked(JsonTree data) {
        return data.at("/request")
                .flatMap(JsonTree::asText)
                .flatMap(Formats::uuid)
                .flatMap(situation.current()::request)
                .flatMap(Request::form);
    }

    private static Stream<String> texts(JsonTree value) {
        if (value instanceof JsonTree.ObjectNode object) {
            return object.members().values().stream().flatMap(Withheld::texts);
        }
        return value.asArray()
                .map(items -> items.stream().flatMap(Withheld::texts))
                .orElseGet(() -> value.asText().stream());
    }
}
