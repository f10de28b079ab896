package se.ryggrad.conformance.twin.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.agreeing.Agreement;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Levels;
import se.ryggrad.conformance.twin.protection.Identity;
import se.ryggrad.conformance.twin.protection.Ruling;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says how a caller stands to a case: what they may see, and which actions are theirs, ever and now.
 *
 * @param byCode whether the caller came with the case's follow-up code
 * @param ruling which of the parties are protected in this request
 */
public record Standing(World world, CaseFile file, Caller caller, boolean byCode, Ruling ruling) {

    /** Returns how a caller stands to a case by what was last answered about its parties. */
    public static Standing remembered(World world, CaseFile file, Caller caller, boolean byCode) {
        var standing = new Standing(world, file, caller, byCode, Ruling.nobody());
        return standing.under(world.protections().inList(caller, standing.persons()));
    }

    /** Returns the same where something else holds about the parties. */
    public Standing under(Ruling other) {
        return new Standing(world, file, caller, byCode, other);
    }

    /** Returns the persons of the case, but for a caller who asks for themselves. */
    public List<Identity> persons() {
        return file.parties().stream()
                .filter(p -> p.identity().isPerson() && (!isAlone(p) || asksOfThemselves()))
                .filter(p -> p.role().equals("applicant") || !breaks(Fault.ID_056_D))
                .map(Party::identity)
                .distinct()
                .toList();
    }

    private boolean isAlone(Party party) {
        return caller.mandate().isEmpty() && isOwn(party);
    }

    private boolean asksOfThemselves() {
        return breaks(Fault.ID_061_A) || breaks(Fault.ID_061_B);
    }

    /** Returns the parties who are protected, to this caller. */
    public List<Party> shielded() {
        return file.parties().stream()
                .filter(p -> ruling.of(p.identity()).isPresent())
                .filter(p -> !isAlone(p) || breaks(Fault.ID_061_A))
                .toList();
    }

    /** Returns whether the caller is one of those who handle cases of protected people. */
    public boolean isTrusted() {
        boolean archivist = isArchivist() && breaks(Fault.ID_069_C);
        return caller.isOfficer()
                && (caller.has("protected-identity", file.authority())
                        || archivist
                        || (!ruling.kinds().isEmpty() && isTrustedByMistake()));
    }

    private boolean isTrustedByMistake() {
        boolean elsewhere = caller.hasAnywhere("protected-identity") && breaks(Fault.ID_057_J);
        boolean registrar = isRegistrar() && breaks(Fault.ID_057_A);
        boolean asked = !handles() && isAskedUnit() && breaks(Fault.ID_057_C);
        boolean assigned = isAssigned() && breaks(Fault.ID_057_K);
        boolean centre = isContactCentre() && breaks(Fault.ID_057_M);
        return elsewhere || registrar || asked || assigned || centre;
    }

    /** Returns whether the protected is withheld from the caller, who may see the rest. */
    public boolean isReduced() {
        return !shielded().isEmpty() && !isTrusted() && !isWholeByMistake();
    }

    private boolean isWholeByMistake() {
        boolean represents = caller.mandate().isPresent() && breaks(Fault.ID_058_A);
        boolean system = caller.isSystem() && breaks(Fault.ID_058_J);
        boolean brought = caller.isPerson() && caller.mandate().isEmpty() && began() && breaks(Fault.ID_058_L);
        boolean strange = !caller.isOfficer() && isStrange() && breaks(Fault.ID_065_B);
        return represents || system || brought || strange;
    }

    /** Returns whether no protection is of a kind that the standard knows. */
    public boolean isStrange() {
        return shielded().stream()
                .noneMatch(p -> ruling.of(p.identity()).filter(Ruling::isKnown).isPresent());
    }

    /** Returns whether the case does not exist for an officer, for the sake of a protected party. */
    public boolean isClosed() {
        return caller.isOfficer() && isReduced();
    }

    /** Returns whether a document is withheld for the sake of a protected party. */
    public boolean withholds(ObjectNode document) {
        String direction = document.path("direction").asString("");
        return isReduced() && (direction.equals("in") || (direction.equals("out") && breaks(Fault.ID_058_M)));
    }

    /** Returns the parties that the caller is. */
    public List<Party> self() {
        if (byCode) {
            return file.parties().stream()
                    .limit(1)
                    .filter(p -> (isHere(p) && p.scheme().equals("none")) || breaks(Fault.HAND_068_G))
                    .toList();
        }
        return parties().stream().filter(this::isHere).toList();
    }

    /** Returns the parties that the caller is, or was until they ended. */
    private List<Party> parties() {
        var mandate = caller.mandate();
        return file.parties().stream()
                .filter(p -> mandate.map(m -> m.isFor(p.scheme(), p.value())).orElse(isOwn(p)))
                .toList();
    }

    private boolean isHere(Party party) {
        boolean today = party.until().equals(world.today().toString());
        return !party.isEnded() || (today && breaks(Fault.HAND_068_A));
    }

    private boolean isOwn(Party party) {
        boolean once = file.wasOnce(party, caller.id()) && breaks(Fault.HAND_067_A);
        return caller.isPerson() && (party.person().equals(caller.id()) || once);
    }

    /** Returns whether the caller was a party, and has ended. */
    public boolean isPast() {
        return self().isEmpty() && !parties().isEmpty();
    }

    /** Returns whether the caller is a party themselves, for whomever they act. */
    public boolean isOwn() {
        return file.parties().stream().anyMatch(this::isOwn);
    }

    /** Returns whether the caller began the case, for themselves or another. */
    public boolean began() {
        return caller.isPerson()
                && !file.events().isEmpty()
                && file.events()
                        .get(0)
                        .content()
                        .path("actor")
                        .path("id")
                        .asString("")
                        .equals(caller.id());
    }

    /** Returns whether the case exists for the caller. */
    public boolean sees() {
        return belongs() && !isClosed();
    }

    /** Returns whether the case is the caller's to see, whoever of the parties is protected. */
    public boolean belongs() {
        return switch (caller.kind()) {
            case ANONYMOUS -> byCode && isThere(Fault.HAND_080_C);
            case PERSON -> isThere(Fault.HAND_080_A) && (byCode || (isReached() && seesAsParty()));
            case OFFICER -> isOfTheAuthority() || isAskedUnit() || isContactCentre();
            case SYSTEM -> world.reaches(caller, file.authority()) && !(file.isDisposed() && breaks(Fault.HAND_080_D));
        };
    }

    /** Returns whether an officer has a group by which they see all of the case. */
    public boolean isOfTheAuthority() {
        boolean auditor = caller.has("auditor", file.authority()) && breaks(Fault.CASE_101_D);
        return handles() || isRegistrar() || isArchivist() || auditor;
    }

    /** Returns whether a case is still there for its parties: until it is disposed of, or longer by a fault. */
    private boolean isThere(Fault fault) {
        return !file.isDisposed() || breaks(fault);
    }

    /** Returns whether the caller may read the case: an officer who is a party of it may not (FL section 16). */
    public boolean reads() {
        boolean archivist = isArchivist() && breaks(Fault.ID_069_F);
        boolean own = isPartyInOffice() && !archivist && !world.settings().breaks(Fault.ID_041_A);
        return sees() && !own && !(representsAParty() && !breaks(Fault.ID_075_D));
    }

    /** Returns whether the representation by which the caller acts, if any, reaches the case. */
    private boolean isReached() {
        boolean newest = caller.mandate().isPresent() && breaks(Fault.ID_049_H);
        var began = file.service();
        var service = newest ? world.catalog().current(began.id()).orElse(began) : began;
        return caller.mandate()
                .map(m -> (m.names(service) || breaks(Fault.ID_048_D))
                        && (m.isAllowed(service) || breaks(Fault.ID_048_A))
                        && m.sees(service, world.today()))
                .orElse(true);
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }

    private boolean seesAsParty() {
        if (caller.mandate().isEmpty() && began() && breaks(Fault.ID_043_A)) {
            return true;
        }
        if (caller.mandate().isPresent() && breaks(Fault.ID_042_E)) {
            return !self().isEmpty();
        }
        if (world.settings().breaks(Fault.CASE_019_A)) {
            return true;
        }
        if (world.settings().breaks(Fault.CASE_011_A)) {
            return self().stream().anyMatch(p -> p.role().equals("applicant"));
        }
        return self().stream()
                .filter(p -> !file.isNew(p) || !breaks(Fault.HAND_065_A))
                .anyMatch(p -> p.may("see") || world.settings().breaks(Fault.CASE_011_B));
    }

    /** Returns whether the code of the case still opens it: for whoever began it, without a number. */
    public boolean isFollowed() {
        return isThere(Fault.HAND_080_C) && self().stream().anyMatch(p -> p.may("see"));
    }

    /** Returns whether the case stands in the caller's lists. */
    public boolean lists() {
        return (reads() && isOnDesk() && isNamed() && !isForgotten()) || isListedByMistake();
    }

    /** Returns whether the case is one of the caller's, or the caller is no officer. */
    public boolean isOnDesk() {
        boolean archivist = isArchivist() && !breaks(Fault.ID_069_E);
        return !caller.isOfficer() || handles() || isRegistrar() || archivist;
    }

    /** Returns whether the list was made before the caller became a party, in a twin that does not renew it. */
    private boolean isForgotten() {
        return (breaks(Fault.HAND_065_G) && self().stream().anyMatch(file::isAdded))
                || (breaks(Fault.HAND_067_D) && self().stream().anyMatch(file::isRenumbered));
    }

    private boolean isNamed() {
        return caller.mandate().map(m -> m.names(file.service())).orElse(true);
    }

    private boolean isListedByMistake() {
        var mandate = caller.mandate();
        boolean own = mandate.isPresent() && isOwn() && breaks(Fault.ID_042_A);
        boolean begun = mandate.isEmpty() && began() && breaks(Fault.ID_043_B);
        boolean unnamed = !isNamed()
                && mandate.filter(m -> m.isAllowed(file.service())).isPresent()
                && breaks(Fault.ID_048_C)
                && seesAsParty();
        boolean past = isPast() && breaks(Fault.HAND_068_B);
        boolean once = breaks(Fault.HAND_067_C) && file.parties().stream().anyMatch(p -> file.wasOnce(p, caller.id()));
        boolean disposed = file.isDisposed() && caller.isPerson() && seesAsParty() && breaks(Fault.HAND_080_B);
        return own || begun || unnamed || past || once || disposed || isOpenedByMistake() || isOfficialByMistake();
    }

    private boolean isOfficialByMistake() {
        boolean audited = caller.has("auditor", file.authority()) && breaks(Fault.CASE_101_E);
        boolean limited = isLimited() && reads() && breaks(Fault.ID_074_A);
        return audited || limited || (sees() && isOnDesk() && representsAParty() && breaks(Fault.ID_075_E));
    }

    private boolean isOpenedByMistake() {
        return isClosed()
                && belongs()
                && isOnDesk()
                && (breaks(Fault.ID_057_L) || (isStrange() && breaks(Fault.ID_065_C)));
    }

    /** Returns whether the caller's level of assurance suffices for the service. */
    public boolean isAssured() {
        return caller.isSystem()
                || byCode
                || Levels.reaches(caller.acr(), file.service().assurance());
    }

    /** Returns whether the reader is of the authority. */
    public boolean isOfficial() {
        return caller.isOfficer() || caller.isSystem();
    }

    /** Returns whether an officer handles the case's unit. */
    public boolean handles() {
        String authority = file.authority();
        if (world.settings().breaks(Fault.ID_029_A)) {
            return caller.has("case-officer", authority);
        }
        if (world.settings().breaks(Fault.ID_029_B)) {
            return caller.hasAnywhere("case-officer") && caller.hasAnywhere("unit:" + file.unit());
        }
        return caller.handles(file.unit(), authority);
    }

    /** Returns whether an officer is the registrar of the authority. */
    public boolean isRegistrar() {
        return caller.has("registrar", file.authority());
    }

    /** Returns whether an officer is the archivist of the authority. */
    public boolean isArchivist() {
        return caller.has("archivist", file.authority()) || (caller.hasAnywhere("archivist") && breaks(Fault.ID_069_A));
    }

    /** Returns whether an officer is of the contact centre of the authority, and the case is open to it. */
    public boolean isContactCentre() {
        return isAtContactCentre() && !isSecret();
    }

    private boolean isAtContactCentre() {
        return caller.isOfficer() && caller.has("contact-centre", file.authority());
    }

    private boolean isSecret() {
        var newest = world.catalog().current(file.service().id()).orElse(file.service());
        boolean otherwise = newest.isSecret() != file.service().isSecret() && breaks(Fault.ID_073_D);
        return otherwise ? newest.isSecret() : file.service().isSecret();
    }

    /** Returns whether an officer is of the contact centre alone, whether the case is open to it or not. */
    public boolean isLimited() {
        return isAtContactCentre() && ((!isOfTheAuthority() && !isAskedUnit()) || breaks(Fault.ID_072_M));
    }

    /** Returns whether the case is assigned to the caller. */
    public boolean isAssigned() {
        return file.officer().filter(o -> o.id().equals(caller.id())).isPresent();
    }

    private boolean isAskedUnit() {
        return !world.settings().breaks(Fault.HAND_017_A)
                && askedRequests().stream().anyMatch(this::isAskedUnit);
    }

    private List<ObjectNode> askedRequests() {
        if (!world.settings().breaks(Fault.HAND_017_B)) {
            return file.openRequests();
        }
        return file.requests()
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(r -> List.of("open", "closed").contains(r.path("state").asString("")))
                .toList();
    }

    private boolean isAskedUnit(ObjectNode request) {
        String unit = request.path("addressee").path("unit").asString("");
        return !unit.isEmpty() && caller.handles(unit, file.authority());
    }

    /** Returns whether a part with an audience is for the caller. */
    public boolean hears(ObjectNode part) {
        String to = part.path("audience").path("to").asString("all-parties");
        return isOfficial()
                || to.equals("all-parties")
                || self().stream().anyMatch(p -> Audience.includes(part, p.id()));
    }

    /** Returns whether the caller is an officer who is a party of the case: they may not act (FL section 16). */
    public boolean isPartyInOffice() {
        return caller.isOfficer()
                && !world.settings().breaks(Fault.HAND_003_C)
                && !caller.number().isEmpty()
                && file.active().stream().anyMatch(p -> p.value().equals(caller.number()));
    }

    /** Returns whether the caller is an officer who may represent a party of the case: they are as partial as the party. */
    public boolean representsAParty() {
        return caller.represented().stream()
                .anyMatch(other -> file.parties().stream()
                        .filter(p -> p.identity().equals(other))
                        .anyMatch(p -> !p.isEnded() || breaks(Fault.ID_075_K)));
    }

    /** Returns whether a row could ever be the caller's, by kind, group, relation and right. */
    public boolean isEver(Row row) {
        boolean own = isPartyInOffice() && !world.settings().breaks(Fault.ID_040_A);
        boolean partial = own || (representsAParty() && !breaks(Fault.ID_075_A));
        return !partial && row.by().stream().anyMatch(by -> isEver(by, row));
    }

    private boolean isEver(String by, Row row) {
        String right = row.action().equals("acknowledge-receipt") ? "receive" : "act";
        boolean undoing = List.of("withdraw", "appeal").contains(row.action());
        boolean together = file.agreement().isPresent() && (!undoing || breaks(Fault.ID_071_D));
        return caller.mandate()
                        .map(m -> together ? m.may(right, file.service()) : m.may(right))
                        .orElse(true)
                && isTheirs(by, row);
    }

    private boolean isTheirs(String by, Row row) {
        return switch (by) {
            case "party" -> hasRight(row.right());
            case "addressee" -> hasRight("respond") || isAskedUnit();
            case "the-one-asked" -> approvals().anyMatch(this::isToApprove);
            case "initiating-party" ->
                file.initiatedBy.equals("party")
                        && self().stream()
                                .anyMatch(p -> p.initiates() || world.settings().breaks(Fault.HAND_044_C));
            case "officer", "assigned-officer" -> caller.isOfficer() && handles();
            case "registrar" -> caller.isOfficer() && (isRegistrar() || (isArchivist() && breaks(Fault.ID_069_D)));
            case "recorder" -> caller.isOfficer() && (isRegistrar() || handles() || recordsByMistake(row));
            case "contact-centre" -> isContactCentre();
            case "archivist" -> caller.isOfficer() && isArchivist();
            case "system" ->
                caller.isSystem()
                        && (caller.scopes().contains(row.scope())
                                || world.settings().breaks(Fault.ID_018_B));
            default -> false;
        };
    }

    private boolean recordsByMistake(Row row) {
        return row.action().equals("supplement") && isContactCentre() && breaks(Fault.HAND_093_F);
    }

    private boolean hasRight(String right) {
        boolean loose = world.settings().breaks(Fault.HAND_003_D) && right.equals("supplement");
        return self().stream().anyMatch(p -> p.may(right) || loose);
    }

    /** Returns whether a row is the caller's now: also by status, track, assignment and open items. */
    public boolean isNow(Row row) {
        return row.isOffered()
                && (!file.isDisposed() || breaks(Fault.HAND_080_E))
                && row.by().stream().anyMatch(by -> isEver(by, row) && isNow(by, row))
                && (row.fits(file) || isLoose(row))
                && !isStrict(row)
                && Guard.holds(row, file, world);
    }

    private boolean isLoose(Row row) {
        var settings = world.settings();
        return (row.action().equals("request") && settings.breaks(Fault.HAND_003_B))
                || (row.action().equals("dispose") && settings.breaks(Fault.HAND_078_A));
    }

    private boolean isStrict(Row row) {
        return breaks(Fault.HAND_065_D) && row.action().equals("add-party") && file.isIn("decided", "closed");
    }

    private boolean isNow(String by, Row row) {
        return switch (by) {
            case "assigned-officer" -> isAssigned() || world.settings().breaks(Fault.HAND_029_A);
            case "party" -> hasMatter(row);
            case "addressee" -> questions().anyMatch(this::isAsked);
            case "the-one-asked" -> approvals().anyMatch(r -> isToApprove(r) && isOutstanding(row, r));
            case "officer" ->
                !row.action().equals("answer-request")
                        || questions().anyMatch(r -> r.path("addressee").has("name"));
            case "recorder" -> (isRegistrar() || isAssigned()) && hasSubject(row);
            case "contact-centre" -> !file.isIn("closed") || !breaks(Fault.HAND_093_J);
            default -> true;
        };
    }

    private boolean hasMatter(Row row) {
        return switch (row.action()) {
            case "acknowledge-receipt" ->
                self().stream().anyMatch(p -> p.may("be-notified") && Guard.isUnserved(file, p));
            case "appeal" -> self().stream().anyMatch(this::mayAppeal);
            default -> true;
        };
    }

    private boolean mayAppeal(Party party) {
        return party.may("appeal")
                && file.decisions()
                        .valueStream()
                        .map(ObjectNode.class::cast)
                        .anyMatch(d -> Audience.includes(d, party.id()));
    }

    private boolean hasSubject(Row row) {
        if (row.action().equals("appeal")) {
            return file.active().stream().anyMatch(this::mayAppeal);
        }
        if (row.action().equals("answer-request")) {
            return questions().anyMatch(this::isAnswerable);
        }
        if (row.by().contains("the-one-asked")) {
            return approvals().anyMatch(r -> isOutstanding(row, r));
        }
        if (row.by().contains("initiating-party")) {
            return file.active().stream().anyMatch(Party::initiates);
        }
        return file.active().stream().anyMatch(p -> p.may(row.right()));
    }

    /** Returns whether a party is asked who can answer, if only on paper. */
    public boolean isAnswerable(ObjectNode request) {
        String asked = request.path("addressee").path("party").asString("");
        return file.parties().stream()
                .filter(p -> !p.isEnded() || breaks(Fault.HAND_069_G))
                .anyMatch(p -> p.id().equals(asked) && p.may("respond"));
    }

    private Stream<ObjectNode> questions() {
        return file.openQuestions(world.settings(), Fault.HAND_091_A).stream();
    }

    private Stream<ObjectNode> approvals() {
        return file.agreement().stream().flatMap(Agreement::approvals);
    }

    /** Returns whether a request for an approval is put to the caller, whatever has become of it. */
    public boolean isToApprove(ObjectNode request) {
        String asked = request.path("addressee").path("party").asString("");
        var party = self().stream().filter(p -> p.id().equals(asked)).findFirst();
        var mandate = caller.mandate();
        var who = request.path("representative");
        boolean substitute = began() && breaks(Fault.HAND_086_A);
        boolean may = party.filter(p -> p.may("respond")).isPresent();
        if (who.isMissingNode() || !may) {
            return may || substitute;
        }
        boolean kind = mandate.filter(m -> m.kind().equals(who.path("right").asString("")))
                .isPresent();
        boolean same = who.path("id").asString("").equals(caller.id()) || breaks(Fault.HAND_086_B);
        boolean own = mandate.isEmpty() && breaks(Fault.HAND_086_C);
        return (kind && same) || own || substitute;
    }

    private boolean isOutstanding(Row row, ObjectNode request) {
        boolean again = row.action().equals("refuse-approval")
                && request.path("approval").asString("").equals("refused");
        return !again
                && file.agreement()
                        .filter(a -> a.isOutstanding(request, world.settings()))
                        .isPresent();
    }

    /** Returns whether nothing but the body can still stand in the way of an action. */
    public boolean isOpen(Row row) {
        return isNow(row)
                || (row.action().equals("answer-request")
                        && isEver(row)
                        && row.fits(file)
                        && Guard.holds(row, file, world));
    }

    /** Returns whether an open request is put to the caller. */
    public boolean isAsked(ObjectNode request) {
        String party = request.path("addressee").path("party").asString("");
        return isAskedUnit(request) || self().stream().anyMatch(p -> p.id().equals(party) && p.may("respond"));
    }

    /** Returns the actions that the caller may do now, in the order of the table. */
    public List<String> allowed() {
        var mandate = caller.mandate();
        if (mandate.isPresent() && breaks(Fault.ID_046_D)) {
            var unbounded = mandate.get().unbounded();
            return new Standing(world, file, caller.actingBy(unbounded), byCode, ruling).bounded();
        }
        return bounded();
    }

    private List<String> bounded() {
        var actions = new LinkedHashSet<String>();
        for (var row : Lifecycle.rows()) {
            if (!row.isAutomatic() && !isPartyInOffice() && isNow(row)) {
                actions.add(row.action());
            }
        }
        if (byCode) {
            actions.retainAll(List.of("message", "supplement", "answer-request"));
        }
        return List.copyOf(actions);
    }
}
