package se.ryggrad.core.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Each contract sees what is wrong, and names the requirement that is not met. */
class BrokenPartsTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(BrokenStores.LosesAnEvent.class, "CASE-023"),
                arguments(BrokenStores.IgnoresTheVersion.class, "CORE-037"),
                arguments(BrokenStores.ReturnsAnothersCase.class, "CASE-019"),
                arguments(BrokenStores.ForgetsTheKey.class, "CORE-029"),
                arguments(BrokenStores.ListsWhateverIsAskedFor.class, "CASE-021"),
                arguments(BrokenStores.FindsEverybody.class, "CASE-096"),
                arguments(BrokenStores.ErasesNothing.class, "HAND-072"),
                arguments(BrokenStores.LosesLetters.class, "MSG-039"),
                arguments(BrokenStores.RecordsNoReading.class, "CASE-083"),
                arguments(BrokenStores.SealsNothing.class, "CASE-099"),
                arguments(BrokenStores.SweepsNothing.class, "CASE-033"),
                arguments(BrokenStores.LeasesForNoTime.class, "MSG-015"),
                arguments(BrokenStores.KeepsAnyNumber.class, "EVT-031"),
                arguments(BrokenStores.RemovesNothing.class, "MINA-042"),
                arguments(BrokenSurroundings.TakesTheLatestForTheHighest.class, "CAT-003"),
                arguments(BrokenSurroundings.TakesAnyContentForTheSame.class, "CAT-007"),
                arguments(BrokenSurroundings.KeepsTheGroupsOfTheFirstToken.class, "HAND-010"),
                arguments(BrokenSurroundings.FindsAnyPrincipal.class, "CORE-008"),
                arguments(BrokenSurroundings.LetsAnyClientReachEverything.class, "ID-031"),
                arguments(BrokenRegistries.AnswersWhatItAnsweredBefore.class, "ID-044"),
                arguments(BrokenRegistries.TakesSilenceForNobody.class, "ID-051"),
                arguments(BrokenRegistries.ProtectsNobodyWhileItIsSilent.class, "ID-062"),
                arguments(BrokenRegistries.NamesTheKindsOfTheStandardAlone.class, "ID-065"),
                arguments(BrokenChannels.ThrowsWhatGoesWrong.class, "MSG-020"),
                arguments(BrokenChannels.ReachesEverybody.class, "MSG-016"),
                arguments(BrokenSources.BeginsAnewOnEachPage.class, "CORE-022"),
                arguments(BrokenSources.IsForAnybody.class, "MINA-001"),
                arguments(BrokenSources.HoldsCases.class, "MINA-003"),
                arguments(BrokenCases.ActsOnWhateverWasSeen.class, "CORE-037"),
                arguments(BrokenCases.ShowsTheFirstPageAlone.class, "CORE-022"),
                arguments(BrokenCases.LetsAnybodyAudit.class, "CASE-101"),
                arguments(BrokenCases.BeginsAnewWhereItDoesNotKnow.class, "EVT-005"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void failsWithTheRequirementNamed(Class<?> part, String requirement) {
        assertThat(failures(part))
                .allSatisfy(message -> assertThat(message).matches("(?s)([A-Z]+-\\d{3}(, )?)+ not met: .*"))
                .anySatisfy(message -> assertThat(message.substring(0, message.indexOf(" not met")))
                        .contains(requirement));
    }

    /** Returns what the contract says of a part, a message for each test that fails. */
    private static List<String> failures(Class<?> part) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(part))
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }
}
