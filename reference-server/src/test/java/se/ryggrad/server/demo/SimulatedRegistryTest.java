package se.ryggrad.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentativesInquiry;

/** Tests whom the simulated registry knows. */
class SimulatedRegistryTest {
    private static final String ISSUER = "http://localhost:9080/test-issuer";

    private final SimulatedRegistry registry = new SimulatedRegistry(ISSUER);

    @Test
    void knowsThePeopleOfOneIssuer() {
        assertThat(registry.knows(ISSUER)).isTrue();
        assertThat(registry.knows("http://127.0.0.1:9911/1/person")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "199001019802,guardian guardian signatory power-of-attorney",
        "198506149809,guardian guardian",
        "196805179840,signatory",
        "198002299850,signatory",
        "199312249866,god-man",
        "196204119884,forvaltare",
        "197608199910,framtidsfullmakt",
        "196903269816,''"
    })
    void letsEachActByWhatTheGuideSays(String number, String kinds) {
        assertThat(String.join(
                        " ",
                        search(number).stream().map(each -> each.kind().code()).toList()))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONNUMMER,201503149815,199001019802 198506149809",
        "PERSONNUMMER,201503149823,199001019802 198506149809",
        "ORGANISATIONSNUMMER,2120002767,196805179840 198002299850",
        "PERSONNUMMER,199001019802,''"
    })
    void tellsWhoRepresentsSomebody(IdentityScheme scheme, String number, String representatives) {
        RepresentativesInquiry inquiry =
                new RepresentativesInquiry(new PrincipalId("2581"), new Identity(scheme, number), ISSUER, "trace");
        assertThat(String.join(
                        " ",
                        registry.representatives(inquiry).stream()
                                .map(each -> each.representative().value())
                                .toList()))
                .isEqualTo(representatives);
    }

    @Test
    void hasTwoWhoSignTogether() {
        assertThat(search("196805179840")).allMatch(RegisteredRepresentation::jointly);
        assertThat(search("198002299850")).allMatch(RegisteredRepresentation::jointly);
        assertThat(search("199001019802")).noneMatch(RegisteredRepresentation::jointly);
    }

    @ParameterizedTest
    @CsvSource({"201503149823,skyddad-folkbokforing", "194707309870,sekretessmarkering", "199001019802,''"})
    void namesWhoIsProtected(String number, String protection) {
        Identity person = new Identity(IdentityScheme.PERSONNUMMER, number);
        Map<Identity, Protection> found =
                registry.persons().search(new PersonInquiry(new PrincipalId("2581"), Set.of(person), ISSUER, "trace"));

        assertThat(registry.persons().knows(ISSUER)).isTrue();
        assertThat(registry.persons().knows("http://127.0.0.1:9911/1/person")).isFalse();
        assertThat(found.getOrDefault(person, Protection.NONE).code()).isEqualTo(protection);
    }

    private List<RegisteredRepresentation> search(String number) {
        return registry.search(new RegistryInquiry(
                new PrincipalId("2581"), new Identity(IdentityScheme.PERSONNUMMER, number), ISSUER, "trace"));
    }
}
