package se.ryggrad.core.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.ryggrad.standard.OpenApi;

/** Tests what a system says of itself. */
class DiscoveryResourceTest {

    @Test
    void namesTheScopesOfTheContract() {
        assertThat(DiscoveryResource.SCOPES).isEqualTo(OpenApi.supportedScopes());
    }
}
