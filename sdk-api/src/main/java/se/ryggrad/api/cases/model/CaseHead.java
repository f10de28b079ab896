package se.ryggrad.api.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Version;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;

/**
 * Holds what identifies and places a case.
 *
 * @param principal whose case
 * @param authority the authority that answers for it
 * @param unit the unit that handles it
 * @param officer the officer it is assigned to
 * @param service its service, as it was at the start
 * @param registryNumber the diarienummer for people, once registered; never a key
 * @param initiatedBy who began it
 * @param channel how it arrived
 * @param status where it stands
 * @param receivedOn the day it was received (FL section 22)
 * @param receivedAt the moment the system took it
 * @param updatedAt the moment of its last event
 * @param version the number of its events
 * @param chainHash the hash of its last event, lower-case hex
 */
public record CaseHead(
        PrincipalId principal,
        AuthorityId authority,
        UnitId unit,
        Optional<OfficerRef> officer,
        Service service,
        Optional<String> registryNumber,
        Initiator initiatedBy,
        Channel channel,
        CaseStatus status,
        LocalDate receivedOn,
        Instant receivedAt,
        Instant updatedAt,
        Version version,
        String chainHash) {

    /** Returns a builder that starts with these values. */
    public CaseHeadBuilder toBuilder() {
        return new CaseHeadBuilder(this);
    }

    /**
     * Names the service of a case.
     *
     * @param id the service
     * @param version the version whose rules hold for the case
     * @param title its title
     * @param track the law that its handling follows
     */
    public record Service(ServiceId id, String version, LocalizedText title, Track track) {}

    /** Tells who began a case; the list is closed. */
    public enum Initiator {
        /** A party. */
        PARTY,
        /** The authority. */
        AUTHORITY;

        /** Returns the name in JSON. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
