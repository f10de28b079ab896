package se.ryggrad.core.jdbc.database;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;

/** Makes cases and changes for tests of the stores. */
public final class TestCases {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final AuthorityId BOARD = new AuthorityId("byggnadsnamnden");
    public static final UnitId UNIT = new UnitId("bygglov");

    /** A test number that Skatteverket publishes. */
    public static final Identity ANNA = new Identity(IdentityScheme.PERSONNUMMER, "199001012385");

    private static final String HASH = "ab".repeat(32);

    private TestCases() {}

    /** Returns the change that creates a case of {@code applicant} with {@code count} events. */
    public static ChangeSet created(PrincipalId principal, Identity applicant, int count) {
        Case added = registered(principal, applicant, count);
        return new ChangeSet(
                added,
                Version.NONE,
                Optional.of(AssuranceLevel.LOA3),
                RepresentationRule.NOBODY,
                false,
                events(1, count),
                Set.of(),
                ChangeSet.Memos.NONE,
                Optional.of(kept(principal, UUID.randomUUID(), "digest")),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    /** Returns the same change with other documents. */
    public static ChangeSet using(ChangeSet change, Set<DocumentId> used) {
        return new ChangeSet(
                change.after(),
                change.expected(),
                change.assurance(),
                change.representedBy(),
                change.secret(),
                change.events(),
                used,
                change.memos(),
                change.kept(),
                change.traceparent());
    }

    /** Returns the same change under another key. */
    public static ChangeSet under(ChangeSet change, UUID key, String digest) {
        return new ChangeSet(
                change.after(),
                change.expected(),
                change.assurance(),
                change.representedBy(),
                change.secret(),
                change.events(),
                change.used(),
                change.memos(),
                Optional.of(kept(change.after().head().principal(), key, digest)),
                change.traceparent());
    }

    /** Returns the change that adds one event to {@code before}. */
    public static ChangeSet next(Case before, CaseStatus status, ChangeSet.Memos memos) {
        CaseHead head = before.head().toBuilder()
                .status(status)
                .after(NOON, before.head().version().next(), HASH)
                .build();
        long sequence = head.version().number();
        return new ChangeSet(
                before.toBuilder().head(head).build(),
                before.head().version(),
                Optional.of(AssuranceLevel.LOA3),
                RepresentationRule.NOBODY,
                false,
                events(sequence, 1),
                Set.of(),
                memos,
                Optional.of(kept(head.principal(), UUID.randomUUID(), "digest")),
                "");
    }

    public static Claim claim(PrincipalId principal, UUID key, String digest) {
        ActorId actor = ActorId.of("https://issuer", "anna");
        return new Claim(
                new Claim.Scope(principal, actor, "", "POST", "/cases"), new IdempotencyKey(key), digest, NOON);
    }

    private static ChangeSet.Kept kept(PrincipalId principal, UUID key, String digest) {
        return new ChangeSet.Kept(
                claim(principal, key, digest), new Answer(201, Map.of("ETag", "\"1\""), "{\"key\":\"" + key + "\"}"));
    }

    private static Case registered(PrincipalId principal, Identity applicant, int version) {
        CaseHead head = new CaseHead(
                principal,
                BOARD,
                UNIT,
                Optional.empty(),
                new CaseHead.Service(
                        new ServiceId("bygglov"),
                        "1.0.0",
                        new LocalizedText("Bygglov", "Permit"),
                        Track.ADMINISTRATIVE),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                Channel.DIGITAL,
                CaseStatus.REGISTERED,
                TODAY,
                NOON,
                NOON,
                new Version(version),
                HASH);
        return new Case(
                new CaseId(UUID.randomUUID()),
                head,
                List.of(party(applicant)),
                new JsonText("{\"area\":24.50}"),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Party party(Identity identity) {
        return new Party(
                new PartyId(UUID.randomUUID()),
                Party.Role.APPLICANT,
                identity,
                "Anna",
                Party.Role.APPLICANT.defaultRights(),
                TODAY,
                Optional.empty(),
                Optional.empty());
    }

    private static List<CaseEvent> events(long first, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CaseEvent(
                        UUID.randomUUID(),
                        first + i,
                        EventType.SUBMITTED,
                        NOON,
                        new CaseEvent.Told(
                                new JsonText("{\"type\":\"submitted\"}"),
                                HASH,
                                "Anna",
                                Audience.ALL_PARTIES,
                                List.of()),
                        new CaseEvent.Seal(HASH, HASH, HASH)))
                .toList();
    }
}
