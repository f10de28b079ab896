package se.ryggrad.core.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.turn.Moment;

/** Lays out the case that a submission begins, before anything has happened in it. */
final class Beginnings {

    private Beginnings() {}

    /**
     * Holds what surrounds a beginning.
     *
     * @param caller who begins it
     * @param definition the service
     * @param moment when
     * @param dice gives the ids
     */
    record Setting(Caller caller, ServiceDefinition definition, Moment moment, Dice dice) {}

    static Case blank(Setting setting, Submission submission, Optional<String> followUpDigest) {
        return new Case(
                new CaseId(setting.dice().uuid()),
                head(setting, submission),
                parties(setting, submission),
                submission.form(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                submission.relations(),
                Optional.empty(),
                followUpDigest,
                Optional.empty());
    }

    private static CaseHead head(Setting setting, Submission submission) {
        ServiceDefinition definition = setting.definition();
        return new CaseHead(
                setting.caller().principal(),
                definition.authority(),
                definition.unit(),
                Optional.empty(),
                new CaseHead.Service(definition.id(), definition.version(), definition.title(), definition.track()),
                Optional.empty(),
                submission.initiatedBy(),
                submission.channel().orElse(channel(setting.caller().actor(), submission)),
                CaseStatus.SUBMITTED,
                receivedOn(setting, submission),
                setting.moment().now(),
                setting.moment().now(),
                Version.NONE,
                HashChain.START);
    }

    private static Channel channel(Actor actor, Submission submission) {
        if (actor instanceof Actor.SystemActor) {
            return Channel.SYSTEM;
        }
        boolean paper = actor instanceof Actor.Officer && submission.initiatedBy() == CaseHead.Initiator.PARTY;
        return paper ? Channel.PAPER : Channel.DIGITAL;
    }

    private static LocalDate receivedOn(Setting setting, Submission submission) {
        return submission.receivedOn().orElse(setting.moment().today());
    }

    private static List<Party> parties(Setting setting, Submission submission) {
        LocalDate from = receivedOn(setting, submission);
        List<Party> parties = new ArrayList<>();
        if (setting.caller().actor() instanceof Actor.Person person) {
            parties.add(applicant(setting, person, from));
        } else if (setting.caller().actor() instanceof Actor.Anonymous) {
            parties.add(applicant(setting.dice(), Identity.NONE, "", from));
        }
        submission
                .parties()
                .forEach(entry ->
                        parties.add(entry.party(new PartyId(setting.dice().uuid()), from)));
        return parties;
    }

    /** Returns the person as applicant, or whom the person acts for (ID-050). */
    private static Party applicant(Setting setting, Actor.Person person, LocalDate from) {
        return setting.caller()
                .representation()
                .map(by -> applicant(setting.dice(), by.represented(), by.name(), from))
                .orElseGet(() -> applicant(setting.dice(), person.identity(), person.name(), from));
    }

    private static Party applicant(Dice dice, Identity identity, String name, LocalDate from) {
        return new PartyEntry(Party.Role.APPLICANT, identity, name, Optional.empty())
                .party(new PartyId(dice.uuid()), from);
    }
}
