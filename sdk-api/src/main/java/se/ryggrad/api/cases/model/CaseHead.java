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
    public Builder toBuilder() {
        return new Builder(this);
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

    /** Builds a changed {@link CaseHead}; not thread-safe. */
    public static final class Builder {

        private final CaseHead origin;
        private UnitId unit;
        private Optional<OfficerRef> officer;
        private Optional<String> registryNumber;
        private CaseStatus status;
        private Instant updatedAt;
        private Version version;
        private String chainHash;

        Builder(CaseHead origin) {
            this.origin = origin;
            this.unit = origin.unit();
            this.officer = origin.officer();
            this.registryNumber = origin.registryNumber();
            this.status = origin.status();
            this.updatedAt = origin.updatedAt();
            this.version = origin.version();
            this.chainHash = origin.chainHash();
        }

        /** Sets the unit. */
        public Builder unit(UnitId changed) {
            unit = changed;
            return this;
        }

        /** Sets or clears the officer. */
        public Builder officer(Optional<OfficerRef> changed) {
            officer = changed;
            return this;
        }

        /** Sets the registry number. */
        public Builder registryNumber(String given) {
            registryNumber = Optional.of(given);
            return this;
        }

        /** Sets the status. */
        public Builder status(CaseStatus changed) {
            status = changed;
            return this;
        }

        /** Sets what the last event left: time, version and hash. */
        public Builder after(Instant time, Version count, String hash) {
            updatedAt = time;
            version = count;
            chainHash = hash;
            return this;
        }

        /** Returns the changed head. */
        public CaseHead build() {
            return new CaseHead(
                    origin.principal(),
                    origin.authority(),
                    unit,
                    officer,
                    origin.service(),
                    registryNumber,
                    origin.initiatedBy(),
                    origin.channel(),
                    status,
                    origin.receivedOn(),
                    origin.receivedAt(),
                    updatedAt,
                    version,
                    chainHash);
        }
    }
}
