package se.ryggrad.conformance.twin;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import se.ryggrad.conformance.twin.api.AccessLog;
import se.ryggrad.conformance.twin.api.AuditLog;
import se.ryggrad.conformance.twin.api.CaseList;
import se.ryggrad.conformance.twin.api.CaseSearch;
import se.ryggrad.conformance.twin.api.Cases;
import se.ryggrad.conformance.twin.api.Discovery;
import se.ryggrad.conformance.twin.api.Documents;
import se.ryggrad.conformance.twin.api.Export;
import se.ryggrad.conformance.twin.api.Feed;
import se.ryggrad.conformance.twin.api.FollowUp;
import se.ryggrad.conformance.twin.api.Me;
import se.ryggrad.conformance.twin.api.MinaSidor;
import se.ryggrad.conformance.twin.api.Overview;
import se.ryggrad.conformance.twin.api.Services;
import se.ryggrad.conformance.twin.cases.Idempotency;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Problems;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Claims;
import se.ryggrad.conformance.twin.identity.Tokens;
import se.ryggrad.conformance.twin.index.Index;
import se.ryggrad.conformance.twin.index.Pushing;
import se.ryggrad.conformance.twin.index.Reading;
import se.ryggrad.conformance.twin.mandates.Mandates;
import se.ryggrad.conformance.twin.messaging.MessageService;
import se.ryggrad.conformance.twin.webhooks.Subscriptions;

/** Answers for one principal. */
final class PrincipalApp {

    private static final System.Logger LOG = System.getLogger(PrincipalApp.class.getName());

    private final TwinSettings settings;
    private final Gate gate;
    private final MessageService messages;
    private final Subscriptions subscriptions;

    PrincipalApp(TwinSettings settings, TwinSettings.Principal principal, String base, Clock clock) {
        this.settings = settings;
        var claims = new Claims(settings, principal.organisation());
        var world = new World(settings, principal.id(), base, clock, claims);
        var mandates = new Mandates(settings, clock);
        var door = new Gate[1];
        var cases = new Cases(world, door);
        var routes = new ArrayList<Route>(new Discovery(settings, principal, base).routes());
        routes.addAll(new Me(world, principal.organisation(), mandates).routes());
        routes.addAll(new Services(world).routes());
        routes.addAll(new CaseSearch(world).routes());
        var list = new CaseList(world);
        routes.addAll(list.routes());
        routes.addAll(new Overview(world, list).routes());
        var index = new Index(settings, clock);
        routes.addAll(new Pushing(settings, index, world.protections(), clock).routes());
        var reading = new Reading(settings, index, world.protections(), clock);
        routes.addAll(new MinaSidor(settings, base, clock, reading).routes());
        routes.addAll(cases.routes());
        routes.addAll(new Documents(world, cases).routes());
        routes.addAll(new Export(world, cases).routes());
        routes.addAll(new AccessLog(world, cases).routes());
        routes.addAll(new AuditLog(world).routes());
        routes.addAll(new FollowUp(world).routes());
        routes.addAll(new Feed(world).routes());
        messages = new MessageService(world, principal, clock);
        routes.addAll(messages.routes());
        subscriptions = new Subscriptions(world, clock);
        routes.addAll(subscriptions.routes());
        gate = new Gate(settings, routes, new Tokens(settings, base, claims, clock), mandates, base);
        door[0] = gate;
    }

    /** Answers a request; whatever goes wrong is a problem. */
    Answer answer(Call call) {
        return Distortion.of(settings, call, Finish.headers(call, settings, result(call)));
    }

    /** Sends nothing more. */
    void close() {
        messages.close();
        subscriptions.close();
    }

    private Answer result(Call call) {
        Idempotency.await(call, settings);
        try {
            return gate.handle(call);
        } catch (Fail fail) {
            return Problems.answer(call, fail);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The twin itself failed", e);
            return Problems.answer(call, Fail.of(ProblemType.INTERNAL));
        }
    }
}
