package se.ryggrad.core.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.PersonsReader;

/** Plays what lies behind a registry over HTTP: it answers by what it holds, or says that it cannot. */
final class PlayedRegistry implements HttpHandler {

    private volatile Map<Identity, List<RegisteredRepresentation>> held = Map.of();
    private volatile Map<Identity, Protection> persons = Map.of();
    private volatile int status = 200;

    void hold(Map<Identity, List<RegisteredRepresentation>> now) {
        held = now;
    }

    void protect(Map<Identity, Protection> now) {
        persons = now;
    }

    void fallSilent() {
        status = 503;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonTree.ObjectNode question =
                JsonTree.parse(new JsonText(body)).asObject().orElseThrow();
        String path = exchange.getRequestURI().getPath();
        JsonTree answer = path.endsWith("/representations/searches")
                ? list("representations", representations(question.object("representative")))
                : path.endsWith("/representatives/searches")
                        ? list("representatives", representatives(question.object("represented")))
                        : list("persons", persons(question.items("persons")));
        RegistryFixture.answering(status, "application/json", JsonOutput.bytes(answer))
                .handle(exchange);
    }

    private static JsonTree list(String name, Stream<JsonTree> items) {
        return JsonTree.object().put(name, items.toList()).build();
    }

    private Stream<JsonTree> representations(Optional<JsonTree.ObjectNode> representative) {
        return held.entrySet().stream()
                .filter(holder -> representative
                        .filter(PersonsReader.question(holder.getKey())::equals)
                        .isPresent())
                .flatMap(holder -> holder.getValue().stream())
                .map(each -> entry(each).put("represented", named(each)).build());
    }

    private Stream<JsonTree> representatives(Optional<JsonTree.ObjectNode> represented) {
        return held.entrySet().stream()
                .flatMap(holder -> holder.getValue().stream()
                        .filter(each -> represented
                                .filter(PersonsReader.question(each.represented())::equals)
                                .isPresent())
                        .map(each -> entry(each)
                                .put("representative", PersonsReader.question(holder.getKey()))
                                .build()));
    }

    private Stream<JsonTree> persons(List<JsonTree> asked) {
        return persons.entrySet().stream()
                .filter(person -> asked.contains(PersonsReader.question(person.getKey())))
                .map(person -> identity(person.getKey())
                        .put("protection", person.getValue().code())
                        .build());
    }

    private static JsonBuilder entry(RegisteredRepresentation held) {
        JsonBuilder entry = JsonTree.object()
                .put("id", held.reference())
                .put("kind", held.kind().code())
                .put("jointly", held.jointly())
                .putTexts(
                        "rights",
                        held.rights().stream().map(RepresentationRight::code).toList())
                .putText("from", held.from().map(LocalDate::toString))
                .putText("until", held.until().map(LocalDate::toString));
        held.services().map(PlayedRegistry::names).ifPresent(services -> entry.putTexts("services", services));
        return entry;
    }

    private static List<String> names(Set<ServiceId> services) {
        return services.stream().map(ServiceId::value).toList();
    }

    private static JsonTree named(RegisteredRepresentation held) {
        return identity(held.represented()).put("name", held.name()).build();
    }

    private static JsonBuilder identity(Identity who) {
        return JsonTree.object().put("scheme", who.scheme().code()).put("value", who.value());
    }
}
