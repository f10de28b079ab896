package se.ryggrad.api.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.UnitId;

/**
 * Describes an e-service; the same document runs on any implementation (N06).
 *
 * <p>A published id and version never changes; running cases keep theirs.
 *
 * @param id the service
 * @param version the version of its definition, as published
 * @param title the title for people
 * @param description what it is for
 * @param authority the authority that answers for it
 * @param unit the unit that gets its cases
 * @param audience who it is for: {@code person}, {@code organisation}, {@code employee}
 * @param assurance the level for reading and acting; absent where none is needed
 * @param flow which steps happen by themselves
 * @param form the JSON Schema 2020-12 of its form
 * @param attachments the documents it takes
 * @param representation who may act for a party, and how far
 * @param approval who must agree before anything is granted; absent where nobody must
 * @param track the law its cases follow
 * @param decision who decides
 * @param retention how long its cases are kept
 * @param secret whether it names provisions of secrecy that its cases come under
 * @param document the whole definition as published
 */
public record ServiceDefinition(
        ServiceId id,
        String version,
        LocalizedText title,
        LocalizedText description,
        AuthorityId authority,
        UnitId unit,
        Set<String> audience,
        Optional<AssuranceLevel> assurance,
        Flow flow,
        JsonText form,
        List<AttachmentRule> attachments,
        RepresentationRule representation,
        Optional<ApprovalRule> approval,
        Track track,
        DecisionMode decision,
        Retention retention,
        boolean secret,
        JsonText document) {

    /** Copies the collections. */
    public ServiceDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        audience = Set.copyOf(audience);
        attachments = List.copyOf(attachments);
    }

    /** Returns whether cases can be submitted without a token. */
    public boolean anonymous() {
        return assurance.isEmpty();
    }

    /**
     * Says which steps happen by themselves.
     *
     * @param registration whether a submission is registered at once
     * @param completion whether a case without decision is completed at once
     * @param notification whether a decision is notified at once
     */
    public record Flow(boolean registration, boolean completion, boolean notification) {}
}
