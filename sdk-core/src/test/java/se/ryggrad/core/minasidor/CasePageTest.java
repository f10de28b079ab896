package se.ryggrad.core.minasidor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.organisation.PrincipalId;

/** Tests where people are sent for a case (MINA-008). */
class CasePageTest {

    private static final CaseId CASE = new CaseId(UUID.fromString("3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10"));

    @ParameterizedTest
    @CsvSource({
        "https://x.se/{case}, https://x.se/3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10",
        "https://x.se:8443/a/{case}/b, https://x.se:8443/a/3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10/b",
        "https://x.se/?id={case}&a=1, https://x.se/?id=3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10&a=1",
        "https://x.se/#/cases/{case}, https://x.se/#/cases/3e0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10"
    })
    void leadsToTheCase(String template, URI address) {
        assertThat(new CasePage(template).of(CASE)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{case}",
                "/arenden/{case}",
                "http://x.se/{case}",
                "HTTPS://x.se/{case}",
                "https://x.se/",
                "https://x.se/{CASE}",
                "https://x.se/{case}/{case}",
                "https://x.se/{case}/{other}",
                "https://x.se/ {case}",
                " https://x.se/{case}",
                "https://anna@x.se/{case}",
                "https://{case}@x.se/",
                "https://{case}.x.se/",
                "https://x.se:{case}/",
                "https:///{case}",
                "https:x.se/{case}"
            })
    void refusesWhatIsNoAddressForPeople(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CasePage(template));
    }

    @Test
    void differsByPrincipal() {
        CasePages pages = CasePages.at(Map.of(new PrincipalId("2581"), new CasePage("https://x.se/{case}")));

        assertThat(pages.of(new PrincipalId("2581"), CASE)).contains(URI.create("https://x.se/" + CASE.value()));
        assertThat(pages.of(new PrincipalId("2582"), CASE)).isEmpty();
    }
}
