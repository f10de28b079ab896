package se.ryggrad.conformance.twin.messaging;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.identity.IdentityNumber;
import se.ryggrad.conformance.twin.messaging.delivery.Order.To;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;

/** Judges whom a message is for: somebody by identity, or a party of a case; under the lock of the world. */
final class Addressing {

    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final To NOBODY = new To(new Identity("none", ""), "", "");
    private static final Set<String> SCHEMES =
            Set.of("personnummer", "samordningsnummer", "prid", "organisationsnummer");

    private final World world;
    private final Reached reached;
    private final Judge judge;

    Addressing(World world, Reached reached, Judge judge) {
        this.world = world;
        this.reached = reached;
        this.judge = judge;
    }

    /** Returns whom, or nobody when something is wrong. */
    To read(JsonNode body) {
        var to = body.path("to");
        if (!to.isObject()) {
            judge.fault("/to", body.has("to") ? "type" : "required");
            return NOBODY;
        }
        if (to.has("case")) {
            judge.faultIf(to.has("identity") && !judge.breaks(Fault.MSG_004_B), "/to/identity", "unknown-member");
            return party(to);
        }
        if (!to.has("identity")) {
            judge.fault(judge.breaks(Fault.MSG_004_A) ? "/to/identity" : "/to", "required");
            return NOBODY;
        }
        return new To(
                identity(to.path("identity"), judge.breaks(Fault.MSG_004_F) ? "/identity" : "/to/identity"), "", "");
    }

    private Identity identity(JsonNode identity, String at) {
        if (!identity.isObject()) {
            judge.fault(at, "type");
            return NOBODY.identity();
        }
        String scheme = judge.text(identity, "scheme", at).orElse("");
        String value = judge.text(identity, "value", at).orElse("");
        boolean known = SCHEMES.contains(scheme);
        boolean none = scheme.equals("none") && judge.breaks(Fault.MSG_004_E);
        boolean given = identity.path("value").isString();
        judge.faultIf(identity.path("scheme").isString() && !known && !none, at + "/scheme", "unknown-value");
        boolean wrong = known && given && !IdentityNumber.isValid(scheme, value);
        judge.faultIf(wrong && !judge.breaks(Fault.MSG_004_D), at + "/value", "format");
        return new Identity(scheme, IdentityNumber.canonical(scheme, value));
    }

    private To party(JsonNode to) {
        var id = uuid(to, "case");
        var file = id.flatMap(reached::find);
        if (id.isPresent() && file.isEmpty()) {
            unknown(id.get());
        }
        if (!to.has("party")) {
            judge.fault("/to/party", judge.breaks(Fault.MSG_004_C) ? "unknown-value" : "required");
            return NOBODY;
        }
        var party = uuid(to, "party");
        if (file.isEmpty() || party.isEmpty()) {
            return NOBODY;
        }
        var found = found(file.get(), party.get());
        judge.faultIf(found.isEmpty(), "/to/party", "unknown-value");
        return found.map(p -> new To(p.identity(), file.get().id(), p.id())).orElse(NOBODY);
    }

    private Optional<String> uuid(JsonNode to, String member) {
        var id = judge.given(to, member, "/to");
        judge.faultIf(id.isPresent() && !id.get().matches(UUID), "/to/" + member, "format");
        return id.filter(text -> text.matches(UUID));
    }

    private void unknown(String id) {
        boolean there = world.find(id).isPresent();
        if (there && judge.breaks(Fault.MSG_005_A)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        if (!there && judge.breaks(Fault.MSG_005_B)) {
            throw Fail.notFound();
        }
        judge.fault("/to/case", "unknown-value");
    }

    private Optional<Party> found(CaseFile file, String id) {
        var own = file.parties().stream().filter(p -> p.id().equals(id)).findFirst();
        var anywhere = world.cases().values().stream()
                .flatMap(f -> f.parties().stream())
                .filter(p -> p.id().equals(id))
                .findFirst();
        return (judge.breaks(Fault.MSG_005_E) ? anywhere : own)
                .filter(p -> !p.isEnded() || judge.breaks(Fault.MSG_005_F))
                .filter(p -> SCHEMES.contains(p.scheme()) || judge.breaks(Fault.MSG_005_G));
    }
}
