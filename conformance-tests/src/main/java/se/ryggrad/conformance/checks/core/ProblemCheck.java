package se.ryggrad.conformance.checks.core;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;

/** Checks that faults are told as RFC 9457 and the standard's list of problem types say. */
@ConformanceCheck
class ProblemCheck {

    private static final String UUID_URN = "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Requirement("CORE-001")
    @Test
    void core001_answersAFaultWithAWholeProblem(Http http) {
        Answer answer = http.get("/no-such-path").send().expectProblem(404, "not-found");
        for (String member : Set.of("/title", "/detail", "/instance", "/traceId")) {
            answer.at(member).matches(".+");
        }
    }

    @Requirement("CORE-003")
    @Test
    void core003_givesEachProblemANameOfItsOwn(Http http) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Answer answer = http.get("/no-such-path").send();
            String instance = answer.at("/instance").matches(UUID_URN).text();
            if (!seen.add(instance)) {
                answer.at("/instance").fail("a new instance for each problem");
            }
        }
    }

    @Requirement("CORE-001")
    @Test
    void core001_answersAMissingTokenWithAProblem(Http http, People people) {
        http.get("/me").as(people.person()).send().expect(200);
        http.get("/me").send().expectProblem(401, "not-authenticated");
    }
}
