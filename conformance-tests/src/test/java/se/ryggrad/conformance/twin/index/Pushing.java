package se.ryggrad.conformance.twin.index;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Instants;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.protection.Identity;
import se.ryggrad.conformance.twin.protection.Protections;
import se.ryggrad.conformance.twin.protection.Ruling;

/** Lets sources push to the index, and read what it has of them. */
public final class Pushing {

    private static final String SCOPE = "overview:write";
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final int LEEWAY_SECONDS = 60;

    private final TwinSettings settings;
    private final Index index;
    private final Protections protections;
    private final Clock clock;

    /** Fills one index. */
    public Pushing(TwinSettings settings, Index index, Protections protections, Clock clock) {
        this.settings = settings;
        this.index = index;
        this.protections = protections;
        this.clock = clock;
    }

    /** Returns the operations, if there is a source that pushes. */
    public List<Route> routes() {
        if (!settings.portal().hasIndex()) {
            return List.of();
        }
        String source = "/overview-index/{source}";
        var access = access();
        var listing = new Listing(settings, index, clock);
        return List.of(
                Route.get(source, access, call -> listing.list(call, read(call)), "after", "limit"),
                Route.post(source, access, this::vouch).with("PUT"),
                Route.post(source + "/{item}", access, this::push).with("PUT"));
    }

    private Access access() {
        var people = breaks(Fault.MINA_035_D) ? Access.only(Kind.PERSON) : Access.only();
        var all = breaks(Fault.MINA_035_E) ? Access.only(Kind.OFFICER) : people;
        return breaks(Fault.MINA_035_C) ? all.orSystem() : all.orSystem(SCOPE);
    }

    /** Returns the source whose client asks, or ends with 404. */
    private Source source(Call call) {
        String client = call.caller().client();
        var known = settings.portal().sources().stream()
                .filter(source -> source.id().equals(call.pathValue("source")))
                .findFirst();
        var own = known.filter(source -> source.client().filter(client::equals).isPresent());
        boolean pushed = known.flatMap(Source::client).isPresent();
        boolean loose = (pushed && breaks(Fault.MINA_035_A)) || (!pushed && breaks(Fault.MINA_035_F));
        if (own.isEmpty() && known.isPresent() && loose) {
            return known.get();
        }
        if (own.isEmpty() && pushed && breaks(Fault.MINA_035_B)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        return own.orElseThrow(Fail::notFound);
    }

    /** Returns the source that is read; a broken twin lets every client read every source. */
    private Source read(Call call) {
        return settings.portal().sources().stream()
                .filter(source -> source.id().equals(call.pathValue("source")))
                .filter(source -> source.client().isPresent() && breaks(Fault.MINA_035_G))
                .findFirst()
                .orElseGet(() -> source(call));
    }

    private Answer vouch(Call call) {
        var source = source(call);
        var body = call.object();
        var now = clock.instant();
        if (!body.has("asOf") && breaks(Fault.MINA_051_D)) {
            index.vouch(source.id(), now);
            return Answer.empty(204);
        }
        var judge = new Judge(body, settings);
        boolean bare = body.path("asOf").asString("").matches("[-0-9]{10}T[0-9:.]+") && breaks(Fault.MINA_051_F);
        var asOf = bare
                ? Optional.of(Instant.parse(body.path("asOf").stringValue() + "Z"))
                : Instants.read(judge, body, "asOf", "");
        int leeway = breaks(Fault.MINA_051_E) ? 0 : LEEWAY_SECONDS;
        boolean ahead = asOf.filter(now.plusSeconds(leeway)::isBefore).isPresent();
        judge.faultIf(
                ahead && !breaks(Fault.MINA_051_A), "/asOf", breaks(Fault.MINA_051_G) ? "maximum" : "date-in-future");
        judge.close();
        asOf.ifPresent(instant -> index.vouch(source.id(), instant.truncatedTo(ChronoUnit.MILLIS)));
        return Answer.empty(204);
    }

    private Answer push(Call call) {
        var source = source(call);
        String id = id(call);
        var push = PushReader.read(call.object(), settings, clock.instant());
        push.item().ifPresent(item -> expectUnprotected(call, source, item.owner()));
        boolean first = !index.entries(source.id()).containsKey(id);
        index.push(source.id(), id, push);
        if (breaks(Fault.MINA_052_C)) {
            index.vouch(source.id(), clock.instant());
        }
        return Answer.empty(first && breaks(Fault.MINA_036_D) ? 201 : 204);
    }

    private String id(Call call) {
        String id = call.pathValue("item");
        if (!id.matches(UUID) && !breaks(Fault.MINA_036_B)) {
            throw breaks(Fault.MINA_036_C) ? Fail.invalid("", "format") : Fail.notFound();
        }
        return breaks(Fault.MINA_036_A) ? id : id.toLowerCase(Locale.ROOT);
    }

    /** Ends with 422 for somebody who is protected, and with 503 when nobody can tell. */
    private void expectUnprotected(Call call, Source source, Identity owner) {
        var protection = owner.isPerson() ? protections.say(source.issuers(), owner, call.trace()) : Ruling.nobody();
        if (protection.isSilent()) {
            if (breaks(Fault.MINA_048_G)) {
                erase(owner, source);
            }
            if (!breaks(Fault.MINA_048_D)) {
                throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
            }
        } else if (protection.of(owner).isPresent() && !breaks(Fault.MINA_048_A)) {
            erase(owner, source);
            throw refusal(owner);
        }
    }

    private void erase(Identity owner, Source source) {
        if (breaks(Fault.MINA_048_E)) {
            index.erase(owner, source.id());
        } else {
            index.erase(owner);
        }
    }

    private Fail refusal(Identity owner) {
        if (breaks(Fault.MINA_048_H)) {
            return Fail.of(ProblemType.FORBIDDEN);
        }
        var fail = Fail.invalid(breaks(Fault.MINA_048_F) ? "/owner/value" : "/owner", "unknown-value");
        return breaks(Fault.CORE_044_B) ? fail.member("owner", owner.value()) : fail;
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
