package se.ryggrad.api.cases.model;

import java.time.Instant;
import java.util.Optional;
import se.ryggrad.api.Version;
import se.ryggrad.api.organisation.UnitId;

/** Builds a changed {@link CaseHead}; not thread-safe. */
public final class CaseHeadBuilder {

    private final CaseHead origin;
    private UnitId unit;
    private Optional<OfficerRef> officer;
    private Optional<String> registryNumber;
    private CaseStatus status;
    private Instant updatedAt;
    private Version version;
    private String chainHash;

    CaseHeadBuilder(CaseHead origin) {
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
    public CaseHeadBuilder unit(UnitId changed) {
        unit = changed;
        return this;
    }

    /** Sets or clears the officer. */
    public CaseHeadBuilder officer(Optional<OfficerRef> changed) {
        officer = changed;
        return this;
    }

    /** Sets the registry number. */
    public CaseHeadBuilder registryNumber(String given) {
        registryNumber = Optional.of(given);
        return this;
    }

    /** Sets the status. */
    public CaseHeadBuilder status(CaseStatus changed) {
        status = changed;
        return this;
    }

    /** Sets what the last event left: time, version and hash. */
    public CaseHeadBuilder after(Instant time, Version count, String hash) {
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
