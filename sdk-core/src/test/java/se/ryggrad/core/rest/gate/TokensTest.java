package se.ryggrad.core.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.Delegation;
import se.ryggrad.core.identity.VerifiedToken;

/** Tests whom the gate lets in to which operation (MINA-001, MINA-006). */
class TokensTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Set<String> EVERY_SCOPE =
            Set.of("overview:read", "cases:read", "cases:open", "cases:register", "events:read", "services:read");

    @Test
    void keepsWhoeverUsesAPersonsTokenToTheOverviewAndForWhomItIs() {
        Optional<VerifiedToken> portals = token(ANNA, new Delegation(EVERY_SCOPE));
        List<Operation> open = Operations.ALL.stream()
                .filter(operation -> refusal(operation, portals).isEmpty())
                .toList();

        assertThat(open)
                .extracting(operation -> operation.method() + " /" + String.join("/", operation.path()))
                .containsExactlyInAnyOrder(
                        "GET /overview-items", "GET /me/representations", "POST /me/representations/searches");
        assertThat(Operations.ALL.stream()
                        .filter(operation -> !open.contains(operation))
                        .map(operation -> refusal(operation, portals)))
                .hasSizeGreaterThan(20)
                .containsOnly(Optional.of(ProblemType.FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cases:read", "overview:write", "overview:read2", "OVERVIEW:READ", "overview"})
    void wantsTheScopeOfTheOverview(String scope) {
        for (Operation operation :
                List.of(overview(), at("me", "representations"), at("me", "representations", "searches"))) {
            assertThat(refusal(operation, token(ANNA, new Delegation(Set.of(scope)))))
                    .contains(ProblemType.FORBIDDEN);
            assertThat(refusal(operation, token(ANNA, new Delegation(Set.of(scope, "overview:read")))))
                    .isEmpty();
        }
    }

    @Test
    void letsPersonsInToTheirOverviewAndNobodyElse() {
        assertThat(refusal(overview(), token(ANNA))).isEmpty();
        assertThat(refusal(overview(), token(People.handler("Karin Ek")))).contains(ProblemType.FORBIDDEN);
        assertThat(refusal(overview(), token(People.system("overview:read", "cases:read"))))
                .contains(ProblemType.FORBIDDEN);
        assertThat(refusal(overview(), Optional.empty())).contains(ProblemType.NOT_AUTHENTICATED);
    }

    @Test
    void letsNobodyButThePersonInToThePortal() {
        Operation gathered = at("overview");

        assertThat(refusal(gathered, token(ANNA))).isEmpty();
        assertThat(refusal(gathered, token(ANNA, new Delegation(EVERY_SCOPE)))).contains(ProblemType.FORBIDDEN);
        assertThat(refusal(gathered, token(People.handler("Karin Ek")))).contains(ProblemType.FORBIDDEN);
        assertThat(refusal(gathered, token(People.system("overview:read")))).contains(ProblemType.FORBIDDEN);
        assertThat(refusal(gathered, Optional.empty())).contains(ProblemType.NOT_AUTHENTICATED);
    }

    @Test
    void letsAPersonWithTheirOwnTokenInWhereverPersonsMay() {
        List<Operation> forPersons = Operations.ALL.stream()
                .filter(operation -> operation.access().kinds().contains(ActorKind.PERSON))
                .toList();

        assertThat(forPersons)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        operation -> assertThat(refusal(operation, token(ANNA))).isEmpty());
    }

    private static Operation overview() {
        return at("overview-items");
    }

    private static Operation at(String... path) {
        return Operations.ALL.stream()
                .filter(operation -> operation.path().equals(List.of(path)))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ProblemType> refusal(Operation operation, Optional<VerifiedToken> token) {
        return Optional.ofNullable(
                        catchThrowableOfType(RyggradException.class, () -> Tokens.admit(operation.access(), token)))
                .map(refused -> refused.problem().type());
    }

    private static Optional<VerifiedToken> token(Caller caller) {
        return token(caller, Optional.empty());
    }

    private static Optional<VerifiedToken> token(Caller caller, Delegation delegation) {
        return token(caller, Optional.of(delegation));
    }

    private static Optional<VerifiedToken> token(Caller caller, Optional<Delegation> delegation) {
        return Optional.of(new VerifiedToken(
                "header.claims.signature",
                "https://login.example.se",
                "subject-1",
                caller.actor(),
                ActorKind.of(caller.actor()),
                Optional.empty(),
                Instant.parse("2026-11-23T12:05:00Z"),
                delegation));
    }
}
