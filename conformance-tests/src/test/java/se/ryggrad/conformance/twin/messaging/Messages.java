package se.ryggrad.conformance.twin.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Idempotency.Outcome;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.messaging.delivery.Courier;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;
import se.ryggrad.conformance.twin.messaging.delivery.Message;
import se.ryggrad.conformance.twin.messaging.delivery.MessageView;

/** Sends messages, and tells what became of them. */
public final class Messages {

    private static final String SCOPE = "messages:send";

    private final World world;
    private final Mailroom mailroom;
    private final Sending sending;
    private final MessageView view;
    private final Batch batch;

    /** Sends for one principal. */
    public Messages(World world, Mailroom mailroom, Courier courier) {
        this.world = world;
        this.mailroom = mailroom;
        this.sending = new Sending(world, mailroom, courier);
        this.view = new MessageView(world.settings());
        this.batch = new Batch(world, sending);
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var officers = Access.only(Kind.OFFICER);
        var access = officers.orSystem(SCOPE);
        var people = breaks(Fault.MSG_003_C) ? Access.only(Kind.OFFICER, Kind.PERSON) : officers;
        return List.of(
                Route.post("/messages", breaks(Fault.MSG_003_B) ? officers.orSystem() : access, this::send),
                Route.post("/messages/batches", access, batch::send),
                Route.get(
                        "/messages/{id}",
                        breaks(Fault.MSG_003_D) ? people.orSystem() : people.orSystem(SCOPE),
                        this::one));
    }

    private Answer send(Call call) {
        Gate.officerLevel(call, world.settings());
        var body = call.object();
        if (!breaks(Fault.MSG_003_A)) {
            Sending.permit(call, body);
        }
        var reached = Reached.ask(world, call, Sending.cases(Stream.of(body)));
        var taken = new ArrayList<Message>();
        Answer answer;
        synchronized (world) {
            answer = world.idempotency().once(call, () -> {
                var message = sending.take(call, body, reached);
                taken.add(message);
                return new Outcome(accepted(message), message.id());
            });
            taken.forEach(sending::send);
        }
        sending.await(taken, Fault.MSG_014_A);
        return answer;
    }

    private Answer accepted(Message message) {
        var shown = view.of(message);
        if (breaks(Fault.MSG_002_B)) {
            shown.put("id", UUID.randomUUID().toString());
        }
        var answer = Answer.json(202, shown);
        String base = breaks(Fault.MSG_002_C) ? "" : world.base();
        return breaks(Fault.MSG_002_A) ? answer : answer.header("Location", base + "/messages/" + message.id());
    }

    private Answer one(Call call) {
        Gate.officerLevel(call, world.settings());
        String id = call.pathValue("id");
        List<String> cases;
        synchronized (world) {
            cases = mailroom.message(id).stream()
                    .filter(m -> m.order().to().isOfCase())
                    .map(m -> m.order().to().caseId())
                    .toList();
        }
        var reached = Reached.ask(world, call, cases);
        synchronized (world) {
            var message = mailroom.message(id).orElseThrow(Fail::notFound);
            if (!isFor(call, message, reached)) {
                throw breaks(Fault.MSG_012_D) ? Fail.of(ProblemType.FORBIDDEN) : Fail.notFound();
            }
            return Answer.json(200, view.of(message));
        }
    }

    private boolean isFor(Call call, Message message, Reached reached) {
        var caller = call.caller();
        var to = message.order().to();
        if (caller.isSystem()) {
            return message.sender().equals(caller.id()) || breaks(Fault.MSG_012_A);
        }
        boolean inCase = to.isOfCase()
                && (breaks(Fault.MSG_012_E) || reached.find(to.caseId()).isPresent());
        boolean elsewhere = !to.isOfCase() && breaks(Fault.MSG_012_F);
        return caller.isOfficer() && ((inCase && !breaks(Fault.MSG_012_C)) || elsewhere);
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
