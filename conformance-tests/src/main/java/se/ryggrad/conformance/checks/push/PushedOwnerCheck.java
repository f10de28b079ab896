package se.ryggrad.conformance.checks.push;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Schemes;

/** Checks how the owner of an item is named. */
@ConformanceCheck
class PushedOwnerCheck {

    @Requirement("MINA-039")
    @Test
    void mina039_tellsWhatIsMissing(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Push good = Push.of(people.person());
        pushing.push(PushingSource.newItem(), good).expect(204);
        pushing.expectFaults(good.with("owner", Json.object("scheme", "personnummer")), "/owner/value required");
        String value = people.stranger().digits();
        pushing.expectFaults(good.with("owner", Json.object("value", value)), "/owner/scheme required");
    }

    @Requirement("MINA-039")
    @Test
    void mina039_knowsFourSchemes(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        String value = people.stranger().digits();
        for (String scheme : List.of("none", "orgnr", "")) {
            pushing.expectFaults(Push.of(scheme, value), "/owner/scheme unknown-value");
        }
        Schemes.right(people)
                .forEach((scheme, each) -> pushing.push(PushingSource.newItem(), Push.of(scheme, each))
                        .hint("The owner is named by " + scheme + ".")
                        .expect(204));
    }

    @Requirement("MINA-039")
    @Test
    void mina039_judgesTheNumberByItsScheme(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        Schemes.wrong(people)
                .forEach((scheme, values) ->
                        values.forEach(value -> pushing.expectFaults(Push.of(scheme, value), "/owner/value format")));
        String number = people.stranger().digits();
        pushing.push(PushingSource.newItem(), Push.of("personnummer", number)).expect(204);
    }
}
