package se.ryggrad.core.json.cases.client;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes whom bodies name as parties. */
final class PartyWriter {

    private PartyWriter() {}

    static void add(Involving.AddParty action, JsonBuilder body) {
        body.put("party", entry(action.party()));
    }

    static void change(Involving.ChangeParty action, JsonBuilder body) {
        body.put("party", action.party().value().toString())
                .put("ground", action.ground())
                .put("change", change(action.change()));
    }

    static void end(Involving.EndParty action, JsonBuilder body) {
        body.put("party", action.party().value().toString())
                .put("ground", action.ground().code());
        Members.date(body, "endedOn", action.endedOn()).putText("text", action.text());
    }

    static JsonTree entry(PartyEntry party) {
        JsonBuilder json = JsonTree.object()
                .put("role", party.role().code())
                .put("identity", identity(party.identity()))
                .putText("name", Members.said(party.name()));
        return rights(json, party.rights()).build();
    }

    private static JsonTree change(PartyChange change) {
        JsonBuilder json = JsonTree.object()
                .putText("role", change.role().map(Party.Role::code))
                .putText("name", change.name());
        return rights(json, change.rights())
                .putIf("identity", change.identity().map(PartyWriter::identity))
                .build();
    }

    private static JsonBuilder rights(JsonBuilder json, Optional<Set<Party.Right>> rights) {
        rights.ifPresent(given -> json.putTexts(
                "rights", given.stream().sorted().map(Party.Right::code).toList()));
        return json;
    }

    static JsonTree identity(Identity identity) {
        return JsonTree.object()
                .put("scheme", identity.scheme().code())
                .putText("value", Members.said(identity.value()))
                .build();
    }
}
