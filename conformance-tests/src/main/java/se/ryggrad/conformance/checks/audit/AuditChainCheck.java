package se.ryggrad.conformance.checks.audit;

import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.AuditLog;
import se.ryggrad.conformance.contract.AuditLog.Head;
import se.ryggrad.conformance.contract.HashChain;
import se.ryggrad.conformance.contract.Stretch;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;

/** Checks that whoever has written down the head of an authority's access log sees when an entry is changed. */
@ConformanceCheck
class AuditChainCheck {

    @Requirement("CASE-100")
    @Test
    void case100_eachSealingGoesOnFromTheOneBefore(Http http, Cases cases, People people, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        LiveCase live = cases.plain().live();
        Officer officer = people.officer();
        Head start = log.seal();
        live.read(officer).require(200);
        live.events(people.system("cases:read")).require(200);
        Head middle = log.seal();
        Stretch earlier = log.between(start, middle).expectSound();
        requireTold(earlier, live);
        live.read(officer).require(200);
        Head end = log.seal();
        requireTold(log.between(middle, end).expectSound(), live);
        earlier.expectUnchanged(log.between(start, middle));
    }

    /** That the readings are there has a requirement of its own (CASE-099); a chain of nothing shows nothing. */
    private static void requireTold(Stretch stretch, LiveCase live) {
        if (stretch.of(live.id()).isEmpty()) {
            throw new NotObserved(
                    Finding.of("a reading of the case in the access log of the authority", "none"), Blame.SYSTEM);
        }
    }

    @Requirement("CASE-100")
    @Test
    void case100_beginsAfterZeros(Http http, Cases cases, People people, Target target) {
        AuditLog log = new AuditLog(http, people.auditor(Office.A), Office.A, target);
        cases.plain().live().read(people.officer()).require(200);
        log.seal();
        Part first = log.first(1).expect(200).at("/items").hasSize(1).at("/0");
        first.at("/hash").is(HashChain.hash(first, HashChain.NOTHING_BEFORE));
    }
}
