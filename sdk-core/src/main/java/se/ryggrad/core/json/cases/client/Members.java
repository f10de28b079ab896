package se.ryggrad.core.json.cases.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.MemoFate;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.law.Safeguards;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Puts into a body what several actions have alike; what says nothing is left out. */
final class Members {

    private static final JsonText NOBODY = new JsonText("[]");

    private Members() {}

    static JsonBuilder json(JsonBuilder body, String name, Optional<JsonText> given) {
        return body.putIf(name, given.map(JsonTree::parse));
    }

    static JsonBuilder uuid(JsonBuilder body, String name, Optional<UUID> given) {
        return body.putText(name, given.map(UUID::toString));
    }

    static JsonBuilder date(JsonBuilder body, String name, Optional<LocalDate> given) {
        return body.putText(name, given.map(LocalDate::toString));
    }

    static JsonBuilder items(JsonBuilder body, String name, List<? extends JsonTree> given) {
        return given.isEmpty() ? body : body.put(name, given);
    }

    static JsonBuilder texts(JsonBuilder body, String name, List<String> given) {
        return given.isEmpty() ? body : body.putTexts(name, given);
    }

    static JsonBuilder documents(JsonBuilder body, List<DocumentEntry> entries) {
        return items(body, "documents", entries.stream().map(Members::document).toList());
    }

    private static JsonTree document(DocumentEntry entry) {
        return JsonTree.object()
                .put("id", entry.id().value().toString())
                .put("kind", entry.kind())
                .put("name", entry.name())
                .putText("subject", entry.subject())
                .build();
    }

    static JsonBuilder recorded(JsonBuilder body, Optional<Recorded> recorded) {
        recorded.ifPresent(how -> {
            body.putText("for", how.party().map(party -> party.value().toString()))
                    .putText("channel", how.channel().map(Channel::code));
            date(body, "receivedOn", how.receivedOn());
        });
        return body;
    }

    static JsonBuilder circle(JsonBuilder body, Circle circle) {
        if (!circle.audience().equals(Audience.ALL_PARTIES)) {
            body.put("audience", audience(circle.audience()));
        }
        return items(
                body, "secrecy", circle.secrecy().stream().map(Members::ground).toList());
    }

    private static JsonTree audience(Audience audience) {
        JsonBuilder json = JsonTree.object().put("to", audience.to().code());
        List<String> parties = audience.parties().stream()
                .map(party -> party.value().toString())
                .sorted()
                .toList();
        return texts(json, "parties", parties).build();
    }

    private static JsonTree ground(Circle.Ground ground) {
        return JsonTree.object()
                .put("provision", ground.provision())
                .putText("against", said(ground.against()))
                .build();
    }

    static JsonBuilder letter(JsonBuilder body, Optional<CaseLetter> letter) {
        return body.putIf("letter", letter.map(Members::letter));
    }

    private static JsonTree letter(CaseLetter letter) {
        Content.Body said = letter.content().body();
        JsonBuilder json = JsonTree.object()
                .put("subject", letter.content().subject())
                .put(
                        "body",
                        JsonTree.object()
                                .put(said instanceof Content.Html ? "html" : "text", said.value())
                                .build());
        return texts(
                        json,
                        "channels",
                        letter.channels().stream().map(ChannelId::value).toList())
                .putText("timeToLive", letter.timeToLive().map(Object::toString))
                .build();
    }

    static JsonBuilder makers(JsonBuilder body, Decision.Makers makers) {
        json(body, "decidedBy", named(makers.decidedBy()));
        json(body, "rapporteur", makers.rapporteur());
        json(body, "presentAtFinal", named(makers.presentAtFinal()));
        return json(body, "dissents", named(makers.dissents()));
    }

    private static Optional<JsonText> named(JsonText people) {
        return Optional.of(people).filter(list -> !list.equals(NOBODY));
    }

    static JsonBuilder safeguards(JsonBuilder body, Safeguards safeguards) {
        json(body, "communicationOmitted", safeguards.communicationOmitted());
        json(body, "appealInstruction", safeguards.appealInstruction());
        return json(body, "appealInstructionOmitted", safeguards.appealInstructionOmitted());
    }

    static JsonBuilder fates(JsonBuilder body, List<MemoFate> fates) {
        return items(body, "memos", fates.stream().map(Members::fate).toList());
    }

    private static JsonTree fate(MemoFate fate) {
        return JsonTree.object()
                .put("memo", fate.memo().toString())
                .put("keep", fate.keep())
                .build();
    }

    static Optional<String> said(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }
}
