package se.ryggrad.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI document against the BÖR rules of DIGG's REST API-profil that the standard has taken up. */
class DiggRecommendationsTest {

    @Test
    void fns05QueryParametersAreOptional() {
        OpenApi.eachParameter(
                "query",
                parameter -> assertThat(parameter.getBoolean("required", false)).isFalse());
    }

    @Test
    void fns09LimitIsTwentyByDefault() {
        JsonObject limit = OpenApi.component("parameters", "limit").getJsonObject("schema");
        assertThat(limit.getInt("default")).isEqualTo(20);
        assertThat(limit.getInt("maximum")).isEqualTo(100);
    }

    @Test
    void ver05TheMajorVersionStandsInTheUrl() {
        assertThat(OpenApi.DOCUMENT.getJsonArray("servers").getJsonObject(0).getString("url"))
                .endsWith("/v1");
    }
}
