package se.ryggrad.conformance.checks.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.IdentityNumber;
import se.ryggrad.conformance.people.People;

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
        Map<String, String> good = Map.of(
                "personnummer", value,
                "samordningsnummer", people.coordinated().number().digits(),
                "prid", people.prid("NO"),
                "organisationsnummer", people.organisation().value());
        good.forEach((scheme, each) -> pushing.push(PushingSource.newItem(), Push.of(scheme, each))
                .hint("The owner is named by " + scheme + ".")
                .expect(204));
    }

    @Requirement("MINA-039")
    @Test
    void mina039_judgesTheNumberByItsScheme(People people, OverviewIndex index) {
        PushingSource pushing = index.pushing();
        IdentityNumber number = people.stranger();
        String coordinated = people.coordinated().number().digits();
        String organisation = people.organisation().value();
        int last = (organisation.charAt(9) - '0' + 1) % 10;
        Map<String, List<String>> bad = new LinkedHashMap<>();
        bad.put("personnummer", List.of(number.miscalculated(), number.tenDigits(), coordinated, "", organisation));
        bad.put("samordningsnummer", List.of(number.digits()));
        bad.put("organisationsnummer", List.of(organisation.substring(0, 9) + last, number.digits()));
        bad.put("prid", List.of("NO:1", number.digits()));
        bad.forEach((scheme, values) ->
                values.forEach(value -> pushing.expectFaults(Push.of(scheme, value), "/owner/value format")));
        pushing.push(PushingSource.newItem(), Push.of("personnummer", number.digits()))
                .expect(204);
    }
}
