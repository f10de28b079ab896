package se.ryggrad.core.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.minasidor.CasePages;

/** Tests the settings of an embedder who offers no beans. */
class SettingsTest {

    private static final String PAGE = "ryggrad.principal.2581.case-page";
    private static final CaseId CASE = new CaseId(UUID.fromString("3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10"));

    @Test
    void sendsPeopleNowhereUnlessThereIsAPage() {
        assertThat(pages(Map.of()).of(People.PRINCIPAL, CASE)).isEmpty();
        assertThat(pages(Map.of("ryggrad.principal.2582.case-page", "no address"))
                        .of(People.PRINCIPAL, CASE))
                .isEmpty();
        assertThat(pages(Map.of(PAGE, "https://x.se/{case}")).of(People.PRINCIPAL, CASE))
                .contains(URI.create("https://x.se/" + CASE.value()));
    }

    @Test
    void namesTheSettingThatIsNoPage() {
        assertThatIllegalStateException()
                .isThrownBy(() -> pages(Map.of(PAGE, "http://x.se/{case}")))
                .withMessageStartingWith(PAGE + " is wrong: ");
    }

    private static CasePages pages(Map<String, String> values) {
        return new Settings(new GivenConfig(values))
                .casePages(World.principals().all());
    }
}
