package se.ryggrad.core.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WebhookPartsTest {

    @Test
    void findsTheLibrariesOfWebhooks() {
        assertThatCode(() -> WebhookParts.requireLibraries(getClass().getClassLoader()))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheLibraryThatIsNotThere() {
        assertThatThrownBy(() -> WebhookParts.requireLibraries(ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not there: add it, or set ryggrad.webhooks=false");
    }
}
