package se.ryggrad.core.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.model.ChannelId;
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

    @Test
    void readsChannelsAndWhatBoundsThem() {
        Settings settings = new Settings(new GivenConfig(Map.of(
                "ryggrad.channel.post.url", "https://post.example.se/v1",
                "ryggrad.channel.post.kinds", "letter",
                "ryggrad.channel.post.title.sv", "Posten",
                "ryggrad.channel.post.title.en", "The post",
                "ryggrad.channel.post.client", " ",
                "ryggrad.messages.notice-link", "https://minasidor.example.se/")));

        assertThat(settings.channels()).singleElement().satisfies(channel -> {
            assertThat(channel.description().id()).isEqualTo(new ChannelId("post"));
            assertThat(channel.description().client()).isEmpty();
        });
        assertThat(settings.messages().limits(Optional.empty()))
                .isEqualTo(new MessageTerms.Limits(
                        6, Duration.ofSeconds(10), Duration.ofDays(30), URI.create("https://minasidor.example.se/")));
    }

    @Test
    void namesTheSettingThatIsNoChannel() {
        Settings settings = new Settings(new GivenConfig(
                Map.of("ryggrad.environment", "production", "ryggrad.channel.post.url", "http://post.example.se")));

        assertThatIllegalArgumentException()
                .isThrownBy(settings::channels)
                .withMessage("ryggrad.channel.post.url must be an https address in production");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.messages().limits(Optional.empty()))
                .withMessage("ryggrad.messages.notice-link must be set");
    }

    private static CasePages pages(Map<String, String> values) {
        return new Settings(new GivenConfig(values))
                .casePages(World.principals().all());
    }
}
