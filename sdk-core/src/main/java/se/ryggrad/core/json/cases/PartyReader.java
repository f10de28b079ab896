package se.ryggrad.core.json.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/** Reads whom bodies name as parties, and finds the identity numbers among them that their scheme does not allow. */
final class PartyReader {

    private PartyReader() {}

    /** Returns the faults of the identity numbers in the body of {@code action}. */
    static List<Fault> faults(String action, JsonTree root) {
        return switch (action) {
            case "submit", "open-case" -> all(root);
            case "add-party" -> faults(root, "party");
            case "change-party" -> faults(root, "change");
            default -> List.of();
        };
    }

    private static List<Fault> all(JsonTree root) {
        List<JsonTree> parties =
                root.asObject().map(body -> body.items("parties")).orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        for (int index = 0; index < parties.size(); index++) {
            fault(parties.get(index), JsonPointer.child("/parties", index)).ifPresent(faults::add);
        }
        return faults;
    }

    private static List<Fault> faults(JsonTree root, String member) {
        return root.asObject()
                .flatMap(body -> body.member(member))
                .flatMap(holder -> fault(holder, JsonPointer.child("", member)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Fault> fault(JsonTree holder, String pointer) {
        return holder.asObject()
                .flatMap(party -> party.object("identity"))
                .filter(identity -> !sound(identity))
                .map(identity -> FaultTexts.at(
                        pointer + "/identity/value",
                        identity.member("value").isPresent() ? FaultCode.FORMAT : FaultCode.REQUIRED));
    }

    private static boolean sound(JsonTree.ObjectNode identity) {
        boolean text = identity.member("value").flatMap(JsonTree::asText).isPresent()
                || identity.member("value").isEmpty();
        boolean known = identity.text("scheme")
                .filter(code -> Codes.known(IdentityScheme.class, code))
                .isPresent();
        return !text || !known || identity(new Fields(identity)).isPresent();
    }

    /** Reads a party who is named. */
    static PartyEntry entry(Fields party) {
        return new PartyEntry(
                party.code("role", Party.Role.class),
                party.maybe("identity").flatMap(PartyReader::identity).orElseThrow(),
                party.maybeText("name").orElse(""),
                rights(party));
    }

    /** Reads {@code add-party}. */
    static CaseAction add(Fields body) {
        return new Involving.AddParty(entry(body.maybe("party").orElseThrow()));
    }

    /** Reads {@code change-party}. */
    static CaseAction change(Fields body) {
        Fields change = body.maybe("change").orElseThrow();
        return new Involving.ChangeParty(
                new PartyId(body.uuid("party")),
                body.text("ground"),
                new PartyChange(
                        change.maybeCode("role", Party.Role.class),
                        change.maybeText("name"),
                        rights(change),
                        change.maybe("identity").flatMap(PartyReader::identity)));
    }

    /** Reads {@code end-party}. */
    static CaseAction end(Fields body) {
        return new Involving.EndParty(
                new PartyId(body.uuid("party")),
                body.code("ground", EndGround.class),
                body.maybeDate("endedOn"),
                body.maybeText("text"));
    }

    private static Optional<Identity> identity(Fields fields) {
        try {
            IdentityScheme scheme = fields.code("scheme", IdentityScheme.class);
            return Optional.of(new Identity(scheme, fields.maybeText("value").orElse("")));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static Optional<Set<Party.Right>> rights(Fields holder) {
        return holder.body().member("rights").isEmpty()
                ? Optional.empty()
                : Optional.of(holder.codes("rights", Party.Right.class));
    }
}
