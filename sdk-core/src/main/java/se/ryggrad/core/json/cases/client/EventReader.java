package se.ryggrad.core.json.cases.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.json.CanonicalJson;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.Fields;
import se.ryggrad.core.text.Wording;

/**
 * Reads events and working papers (schema {@code event}). The content is canonical, so that digest and chain can be reckoned anew;
 * one that is withheld or erased is of type {@link EventType#OTHER}.
 */
public final class EventReader {

    private static final LocalizedText NOTHING = Wording.same("");

    private EventReader() {}

    /** Reads an event of the timeline. */
    public static EventView event(JsonTree.ObjectNode json) {
        Fields body = new Fields(json);
        Optional<Fields> content = body.maybe("content");
        Optional<Fields> display = body.maybe("display");
        return new EventView(
                new CaseEvent(
                        body.uuid("id"),
                        body.number("sequence"),
                        content.map(told -> EventType.parse(told.text("type"))).orElse(EventType.OTHER),
                        content.map(told -> told.instant("recordedAt")).orElse(Instant.EPOCH),
                        substance(body, content),
                        new CaseEvent.Seal(body.text("contentDigest"), body.text("previous"), body.text("hash"))),
                body.maybe("withheld").isPresent(),
                display.map(shown -> Wording.same(shown.text("title"))).orElse(NOTHING),
                display.flatMap(shown -> shown.maybeText("by"))
                        .map(Wording::same)
                        .orElse(NOTHING));
    }

    private static CaseEvent.Substance substance(Fields body, Optional<Fields> content) {
        Optional<Erasure> erased = PartReader.erasure(body, "redacted");
        if (erased.isPresent()) {
            return new CaseEvent.Erased(erased.get());
        }
        return content.map(told -> told(body, told)).orElseGet(() -> withheld(body));
    }

    private static CaseEvent.Told told(Fields body, Fields content) {
        return new CaseEvent.Told(
                CanonicalJson.of(content.body()), body.text("salt"), "", PartReader.audience(content), List.of());
    }

    /** Stands for what is withheld: of the grounds, the provisions alone are told. */
    private static CaseEvent.Told withheld(Fields body) {
        List<Secrecy> grounds = body.maybe("withheld").orElseThrow().body().texts("provisions").stream()
                .map(provision -> new Secrecy(provision, "", Instant.EPOCH, ActorId.ANONYMOUS))
                .toList();
        return new CaseEvent.Told(JsonText.EMPTY_OBJECT, "", "", Audience.OFFICERS, grounds);
    }

    /** Reads a working paper. */
    public static Memo memo(JsonTree.ObjectNode json) {
        Fields body = new Fields(json);
        return new Memo(
                body.uuid("id"),
                body.maybe("by").map(PartReader::officer).orElseThrow(),
                body.instant("writtenAt"),
                body.text("text"));
    }
}
