package se.ryggrad.conformance.twin.messaging;

import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Instants;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.messaging.delivery.Attempt;
import se.ryggrad.conformance.twin.messaging.delivery.Courier;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom.Given;
import tools.jackson.databind.node.ObjectNode;

/** Lets channels tell what became of their deliveries. */
public final class Receipts {

    private final World world;
    private final Mailroom mailroom;
    private final Courier courier;

    /** Hears the channels of one principal. */
    public Receipts(World world, Mailroom mailroom, Courier courier) {
        this.world = world;
        this.mailroom = mailroom;
        this.courier = courier;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        var people = breaks(Fault.MSG_024_E) ? Access.only(Kind.OFFICER) : Access.only();
        var access = breaks(Fault.MSG_024_C) ? people.orSystem() : people.orSystem("receipts:write");
        return List.of(Route.post("/delivery-receipts", access, this::receive));
    }

    private Answer receive(Call call) {
        var body = call.object();
        synchronized (world) {
            var judge = new Judge(body, world.settings());
            var delivery = judge.text(body, "delivery", "");
            var given = delivery.flatMap(mailroom::given).filter(g -> isClient(call, g));
            if (delivery.isPresent() && given.isEmpty()) {
                return unknown(delivery.get());
            }
            String outcome = outcome(body, judge);
            String reason = reason(body, outcome, judge);
            at(body, judge);
            judge.close();
            given.ifPresent(g -> note(g, outcome, reason));
            return Answer.empty(204);
        }
    }

    private boolean isClient(Call call, Given given) {
        String client = given.attempt().channel().client();
        return client.equals(call.caller().client()) || (!client.isEmpty() && breaks(Fault.MSG_024_A));
    }

    private Answer unknown(String delivery) {
        if (mailroom.given(delivery).isPresent() && breaks(Fault.MSG_024_F)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        if (breaks(Fault.MSG_024_D)) {
            throw Fail.invalid("/delivery", "unknown-value");
        }
        if (breaks(Fault.MSG_024_B)) {
            return Answer.empty(204);
        }
        throw Fail.notFound();
    }

    private String outcome(ObjectNode body, Judge judge) {
        String outcome = judge.text(body, "outcome", "").orElse("");
        boolean unknown = body.path("outcome").isString() && !outcome.equals("delivered") && !outcome.equals("failed");
        judge.faultIf(unknown && !breaks(Fault.MSG_025_A), "/outcome", "unknown-value");
        return outcome;
    }

    private String reason(ObjectNode body, String outcome, Judge judge) {
        var reason = judge.given(body, "reason", "");
        boolean unknown = reason.isPresent() && !Attempt.REASONS.contains(reason.get());
        boolean missing = outcome.equals("failed") && !body.has("reason");
        judge.faultIf(unknown && !breaks(Fault.MSG_025_C), "/reason", "unknown-value");
        judge.faultIf(missing && !breaks(Fault.MSG_025_B), "/reason", "required");
        return unknown ? "rejected" : reason.orElse("rejected");
    }

    private void at(ObjectNode body, Judge judge) {
        if (!body.has("at") && breaks(Fault.MSG_025_E)) {
            return;
        }
        var instant = Instants.read(judge, body, "at", "");
        int leeway = breaks(Fault.MSG_025_F) ? 0 : 60;
        boolean ahead = instant.filter(
                        i -> i.isAfter(courier.now().plusSeconds(leeway).plusMillis(1)))
                .isPresent();
        judge.faultIf(ahead && !breaks(Fault.MSG_025_D), "/at", "date-in-future");
    }

    private void note(Given given, String outcome, String reason) {
        if (given.attempt().outcome().equals(outcome) && breaks(Fault.MSG_027_C)) {
            throw Fail.notFound();
        }
        if (outcome.equals("delivered")) {
            courier.delivered(given.attempt());
        } else if (outcome.equals("failed")) {
            courier.failed(given.message(), given.attempt(), reason);
        }
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
