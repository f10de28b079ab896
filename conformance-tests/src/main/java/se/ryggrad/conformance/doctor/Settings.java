package se.ryggrad.conformance.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.ryggrad.conformance.channel.Operators;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.issuer.TokenEndpoint;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.text.Texts;

/**
 * What a system under test must be set to.
 *
 * <p>Written as a file of properties with the settings of the reference server and the SDK, and a line of words for
 * each group, so that whoever has another system can find its own.
 *
 * @param origins where the system finds the counterparties of each run
 * @param texts the language of the words
 */
public record Settings(List<String> origins, Texts texts) {

    private static final List<String> KINDS = List.of("person", "person-2", "officer", "system");
    private static final List<String> PERSONS = KINDS.subList(0, 2);
    private static final String A = Office.A.authority();
    private static final String B = Office.B.authority();

    /** Copies the origins. */
    public Settings {
        origins = List.copyOf(origins);
    }

    /** Returns the lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        comment(lines, "settings.environment");
        lines.add("ryggrad.environment=test");
        comment(lines, "settings.issuers");
        for (int run = 1; run <= origins.size(); run++) {
            for (String kind : KINDS) {
                issuer(lines, run, kind);
            }
        }
        comment(lines, "settings.registries");
        for (int run = 1; run <= origins.size(); run++) {
            registry(lines, run);
        }
        comment(lines, "settings.portal");
        for (int run = 1; run <= origins.size(); run++) {
            for (String kind : PERSONS) {
                client(lines, run, kind);
            }
            for (PlayedSource source : PlayedSource.values()) {
                source(lines, run, source);
            }
        }
        comment(lines, "settings.index");
        lines.add("ryggrad.overview-index.items-per-owner=110");
        comment(lines, "settings.channels");
        for (int run = 1; run <= origins.size(); run++) {
            for (String operator : Operators.NAMES) {
                channel(lines, run, operator);
            }
        }
        comment(lines, "settings.messages");
        lines.add("ryggrad.messages.tries=4");
        lines.add("ryggrad.messages.first-retry=PT0.2S");
        lines.add("ryggrad.messages.notice-link=https://minasidor.example.se/");
        comment(lines, "settings.webhooks");
        lines.add("ryggrad.webhooks=true");
        lines.add("ryggrad.webhooks.origins="
                + origins.stream().map(Settings::origin).collect(Collectors.joining(",")));
        lines.add("ryggrad.webhooks.first-retry=PT0.2S");
        lines.add("ryggrad.webhooks.per-client=100");
        comment(lines, "settings.services", String.join(", ", Services.ids()));
        lines.add("ryggrad.conformance-services=true");
        comment(lines, "settings.authorities");
        authority(lines, A, "Provmyndighet A", "PROVA", Office.A.unit() + "," + Office.A2.unit());
        authority(lines, B, "Provmyndighet B", "PROVB", Office.B.unit());
        comment(lines, "settings.systems");
        lines.add("ryggrad.client.suite-system.authorities=" + A + "," + B);
        lines.add("ryggrad.client.suite-system-b.authorities=" + B);
        return lines;
    }

    private void issuer(List<String> lines, int run, String kind) {
        String url = origins.get(run - 1) + "/1/" + kind;
        String name = "ryggrad.issuer.suite-" + run + "-" + kind;
        lines.add(name + ".url=" + url);
        lines.add(name + ".jwks=" + url + "/jwks.json");
        lines.add(name + ".algorithms=ES256,RS256,PS256");
        lines.add(name + ".actors=" + kind.replace("-2", ""));
    }

    private void registry(List<String> lines, int run) {
        String base = origins.get(run - 1) + "/1/";
        String name = "ryggrad.registry.suite-" + run;
        lines.add(name + ".url=" + base + "registry");
        lines.add(name + ".issuers=" + KINDS.stream().map(kind -> base + kind).collect(Collectors.joining(",")));
        lines.add(name + ".timeout=PT4S");
    }

    private void client(List<String> lines, int run, String kind) {
        String name = "ryggrad.issuer.suite-" + run + "-" + kind;
        lines.add(name + ".token-endpoint=" + origins.get(run - 1) + "/1/" + kind + "/token");
        lines.add(name + ".client-id=" + TokenEndpoint.CLIENT);
        lines.add(name + ".client-secret=" + TokenEndpoint.SECRET);
    }

    private void source(List<String> lines, int run, PlayedSource source) {
        String base = origins.get(run - 1) + "/1/";
        String name = "ryggrad.source." + source.id(run);
        List<String> kinds = source.isForEverybody() ? PERSONS : PERSONS.subList(1, 2);
        lines.add(name + ".url=" + base + "sources/" + source.word());
        lines.add(name + ".title.sv=" + escaped(source.swedish()));
        lines.add(name + ".title.en=" + source.english());
        lines.add(name + ".origins=" + source.origin());
        lines.add(name + ".issuers=" + kinds.stream().map(kind -> base + kind).collect(Collectors.joining(",")));
        source.client().ifPresent(client -> lines.add(name + ".client=" + client));
    }

    private void channel(List<String> lines, int run, String operator) {
        String name = "ryggrad.channel.suite-" + run + "-" + operator;
        lines.add(name + ".url=" + origins.get(run - 1) + "/1/channels/" + operator);
        Map<String, String> addresses = Map.of("sms", "phone", "email", "email");
        lines.add(name + ".kinds=" + (addresses.containsKey(operator) ? "notice" : "letter"));
        if (addresses.containsKey(operator)) {
            lines.add(name + ".address=" + addresses.get(operator));
        }
        lines.add(name + ".title.sv=Provkanal " + operator);
        lines.add(name + ".title.en=Test channel " + operator);
        lines.add(name + ".token=" + Operators.TOKEN);
        lines.add(name + ".client=" + Operators.client(operator));
    }

    /** Returns scheme, host and port of an address, without the path that it may have. */
    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static void authority(List<String> lines, String id, String title, String prefix, String units) {
        String name = "ryggrad.authority." + id;
        lines.add(name + ".name=" + title);
        lines.add(name + ".prefix=" + prefix);
        lines.add(name + ".units=" + units);
    }

    /** A file of properties is read as ISO 8859-1 by some and as UTF-8 by others, and escapes by both. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> c < 128 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }

    private void comment(List<String> lines, String key, Object... values) {
        lines.add("# " + texts.get(key, values));
    }
}
