package se.ryggrad.core.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.catalog.ServiceStore.Publication;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.Together;
import se.ryggrad.core.contract.requirement.Holds;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Says what every store of service definitions keeps, and which version of a service is the current one. */
public abstract class ServiceStoreContract {

    private static final PrincipalId ELSEWHERE = new PrincipalId("2582");
    private static final String PLAIN =
            new String(StandardFiles.octets("services/conformance-plain.json"), StandardCharsets.UTF_8);
    private static final ServiceId ID = new ServiceId("conformance-plain");
    private static final int ROUNDS = 8;

    /** Returns the store under test; empty at the beginning of each test, the same within one. */
    protected abstract ServiceStore store();

    @Holds({"CAT-003", "CAT-005"})
    final void keepsEveryPartOfADefinition() {
        ServiceDefinition plain = plain("1.0.0");

        assertThat(publish(plain)).isEqualTo(Publication.PUBLISHED);

        assertThat(version("1.0.0")).contains(plain);
        assertThat(store().current(People.PRINCIPAL, ID)).contains(plain);
        assertThat(store().current(People.PRINCIPAL)).containsExactly(plain);
    }

    @Holds("CAT-003")
    final void knowsNothingThatIsNotPublished() {
        assertThat(store().current(People.PRINCIPAL)).isEmpty();
        assertThat(store().current(People.PRINCIPAL, ID)).isEmpty();
        assertThat(version("1.0.0")).isEmpty();
        publish(plain("1.0.0"));

        assertThat(version("1.0")).isEmpty();
        assertThat(version("1.0.1")).isEmpty();
        assertThat(store().current(People.PRINCIPAL, new ServiceId("conformance-plai")))
                .isEmpty();
    }

    @Holds("CAT-003")
    final void takesTheHighestVersionNumberForTheCurrentOne() {
        ServiceDefinition highest = plain("1.10.0");
        Stream.of(plain("1.2.0"), highest, plain("1.9.0")).forEach(this::publish);

        assertThat(store().current(People.PRINCIPAL, ID)).contains(highest);
        assertThat(store().current(People.PRINCIPAL)).containsExactly(highest);
    }

    @Holds("CAT-008")
    final void keepsEveryVersionForEver() {
        List<ServiceDefinition> all = List.of(plain("1.0.0"), plain("2.0.0"), plain("1.5.0"));
        all.forEach(this::publish);

        assertThat(all).allSatisfy(each -> assertThat(version(each.version())).contains(each));
    }

    @Holds("CAT-001")
    final void listsTheCurrentVersionOfEachServiceById() {
        ServiceDefinition first = read(PLAIN.replace(ID.value(), "conformance-a-first"));
        ServiceDefinition last = read(PLAIN.replace(ID.value(), "conformance-z-last"));
        Stream.of(last, plain("1.0.0"), first, plain("1.1.0")).forEach(this::publish);

        assertThat(store().current(People.PRINCIPAL)).containsExactly(first, plain("1.1.0"), last);
    }

    @Holds("CAT-007")
    final void takesTheSameContentForTheSameHoweverItIsWritten() {
        ServiceDefinition plain = plain("1.0.0");
        publish(plain);
        String turned = "{\"version\": \"1.0.0\","
                + PLAIN.substring(PLAIN.indexOf('{') + 1).replaceFirst("\"version\": \"1.0.0\",", "");
        ServiceDefinition rewritten = writtenAs(plain, new JsonText(turned));
        assertThat(rewritten.document()).isNotEqualTo(plain.document());

        assertThat(publish(plain)).isEqualTo(Publication.UNCHANGED);
        assertThat(publish(rewritten)).isEqualTo(Publication.UNCHANGED);
        assertThat(version("1.0.0")).contains(plain);
    }

    @Holds("CAT-007")
    final void neverChangesAPublishedVersion() {
        ServiceDefinition plain = plain("1.0.0");
        publish(plain);
        publish(plain("1.1.0"));

        assertThat(publish(titled("Other"))).isEqualTo(Publication.CONFLICT);
        assertThat(version("1.0.0")).contains(plain);
        assertThat(store().current(People.PRINCIPAL, ID)).contains(plain("1.1.0"));
    }

    @Holds("ID-030")
    final void keepsThePrincipalsApart() {
        publish(plain("1.1.0"));

        assertThat(store().current(ELSEWHERE)).isEmpty();
        assertThat(store().current(ELSEWHERE, ID)).isEmpty();
        assertThat(store().version(ELSEWHERE, ID, "1.1.0")).isEmpty();
        assertThat(store().publish(ELSEWHERE, plain("1.0.0"))).isEqualTo(Publication.PUBLISHED);
        assertThat(store().current(ELSEWHERE, ID)).contains(plain("1.0.0"));
        assertThat(store().current(People.PRINCIPAL, ID)).contains(plain("1.1.0"));
    }

    @Holds("CAT-007")
    final void publishesOneOfManyContentsThatComeAtOnce() {
        List<ServiceDefinition> contents = Stream.of("One", "Two", "Three", "Four")
                .map(ServiceStoreContract::titled)
                .toList();

        List<Publication> ends = Together.run(contents.size(), place -> publish(contents.get(place)));

        assertThat(ends).filteredOn(Publication.PUBLISHED::equals).hasSize(1);
        assertThat(ends).filteredOn(Publication.CONFLICT::equals).hasSize(3);
        assertThat(version("1.0.0")).contains(contents.get(ends.indexOf(Publication.PUBLISHED)));
    }

    @Holds({"CAT-001", "CAT-003"})
    final void hasOneCurrentVersionAfterManyThatCameAtOnce() {
        for (int round = 1; round <= ROUNDS; round++) {
            int major = round;
            List<Publication> ends = Together.run(4, minor -> publish(plain(major + "." + minor + ".0")));

            assertThat(ends).containsOnly(Publication.PUBLISHED);
            assertThat(store().current(People.PRINCIPAL)).containsExactly(plain(major + ".3.0"));
            assertThat(store().current(People.PRINCIPAL, ID)).contains(plain(major + ".3.0"));
        }
    }

    private Publication publish(ServiceDefinition definition) {
        return store().publish(People.PRINCIPAL, definition);
    }

    private Optional<ServiceDefinition> version(String version) {
        return store().version(People.PRINCIPAL, ID, version);
    }

    private static ServiceDefinition plain(String version) {
        return read(PLAIN.replaceFirst("\"version\": \"1.0.0\"", "\"version\": \"" + version + "\""));
    }

    private static ServiceDefinition titled(String title) {
        return read(PLAIN.replace("Test: plain application", title));
    }

    /** Reads a definition as its document says it, which is what a store keeps. */
    private static ServiceDefinition read(String definition) {
        ServiceDefinition given = ServiceReader.read(JsonTree.parse(new JsonText(definition)));
        return ServiceReader.read(JsonTree.parse(given.document()));
    }

    private static ServiceDefinition writtenAs(ServiceDefinition definition, JsonText document) {
        return new ServiceDefinition(
                definition.id(),
                definition.version(),
                definition.title(),
                definition.description(),
                definition.authority(),
                definition.unit(),
                definition.audience(),
                definition.assurance(),
                definition.flow(),
                definition.form(),
                definition.attachments(),
                definition.representation(),
                definition.approval(),
                definition.track(),
                definition.decision(),
                definition.retention(),
                definition.secret(),
                document);
    }
}
