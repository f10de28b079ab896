package se.ryggrad.core.cases.letters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.model.SentLetter;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.JsonTree;

/**
 * Is the letters that an act sends, one to each party whom it tells something (MSG-039, MSG-040).
 *
 * @param letter what they say; absent where the act sends none
 * @param sent the letter to each party
 */
public record Letters(Optional<CaseLetter> letter, Map<PartyId, SentLetter> sent) {

    /** Where an act has its letter. */
    public static final String POINTER = "/letter";

    /** Copies the map, in its order. */
    public Letters {
        sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    }

    /** Notes what is wrong with a letter to {@code parties}, who are active parties of the case or faulted already. */
    public static void check(Turn turn, CaseLetter letter, List<PartyId> parties) {
        turn.faults(turn.around().faults(letter).stream()
                .map(fault -> Fault.at(POINTER + fault.where(), fault.code(), fault.detail()))
                .toList());
        boolean all = parties.stream()
                .allMatch(party -> turn.current()
                        .activeParty(party)
                        .map(Letters::reachable)
                        .orElse(true));
        if (parties.isEmpty() || !all) {
            turn.fault(POINTER, FaultCode.UNKNOWN_VALUE);
        }
    }

    private static boolean reachable(Party party) {
        return party.identity().scheme() != IdentityScheme.NONE;
    }

    /** Sends a letter without faults to each of {@code parties}, with what else the turn leaves. */
    public static Letters send(Turn turn, Optional<CaseLetter> letter, List<PartyId> parties) {
        Map<PartyId, SentLetter> sent = new LinkedHashMap<>();
        letter.ifPresent(given -> parties.forEach(party -> sent.computeIfAbsent(party, to -> send(turn, given, to))));
        return new Letters(letter, sent);
    }

    private static SentLetter send(Turn turn, CaseLetter letter, PartyId to) {
        Party party = turn.current().party(to).orElseThrow();
        Message message = turn.around().message(letter, party);
        turn.send(message);
        return SentLetter.of(message.id().value());
    }

    /** Returns the letter to a party, if one was sent. */
    public Optional<SentLetter> to(PartyId party) {
        return Optional.ofNullable(sent.get(party));
    }

    /** Returns what the event of the act tells of them: what they say, and which message went to whom. */
    public JsonTree.ObjectNode data() {
        return JsonTree.object().putIf("letter", letter.map(this::told)).build();
    }

    private JsonTree told(CaseLetter given) {
        Content.Body body = given.content().body();
        String form = body instanceof Content.Html ? "html" : "text";
        List<JsonTree> messages = sent.entrySet().stream()
                .<JsonTree>map(each -> JsonTree.object()
                        .put("party", each.getKey().value().toString())
                        .put("message", each.getValue().message().toString())
                        .build())
                .toList();
        return JsonTree.object()
                .put("subject", given.content().subject())
                .put("body", JsonTree.object().put(form, body.value()).build())
                .put("messages", messages)
                .build();
    }
}
