package se.ryggrad.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which registries can be asked. */
class RegistryAddressTest {

    private static final URI URL = URI.create("https://registry.example.se/v1");

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.se/", "https:/a", "https://a.se/?q=1", "https://a.se/#f", "https://me@a.se/"})
    void refusesWhatIsNoPlainAddress(String url) {
        assertThatThrownBy(() -> address(URI.create(url), Set.of("i"), Duration.ofSeconds(2), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsIssuersAndATimeThatIsShort() {
        assertThatThrownBy(() -> address(URL, Set.of(), Duration.ofSeconds(2), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(8001))) {
            assertThatThrownBy(() -> address(URL, Set.of("i"), wrong, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keepsItsTokenToItself() {
        assertThat(address(URL, Set.of("i"), Duration.ofSeconds(2), Optional.of("secret")))
                .asString()
                .doesNotContain("secret");
        assertThatThrownBy(() -> address(URL, Set.of("i"), Duration.ofSeconds(2), Optional.of("two words")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("two words");
    }

    @Test
    void countsTheTimeOfTheRegistriesOfOneIssuerTogether() {
        RegistryAddress first = address(URL, Set.of("a", "b"), Duration.ofSeconds(5), Optional.empty());
        RegistryAddress second = address(URL, Set.of("b"), Duration.ofSeconds(4), Optional.empty());
        RegistryAddress third = address(URL, Set.of("c"), Duration.ofSeconds(8), Optional.empty());

        RegistryAddress.check(List.of(first, third));
        assertThatThrownBy(() -> RegistryAddress.check(List.of(first, second, third)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RegistryAddress address(URI url, Set<String> issuers, Duration timeout, Optional<String> token) {
        return new RegistryAddress("population", url, issuers, timeout, token);
    }
}
