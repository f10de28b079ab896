package se.ryggrad.conformance.twin.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings.Principal;
import se.ryggrad.conformance.twin.api.Pages;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.messaging.delivery.Letter;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/** Shows people the letters to them, and to those they represent. */
public final class Inbox {

    private final World world;
    private final Mailroom mailroom;
    private final Principal sender;

    /** Shows the letters of one principal. */
    public Inbox(World world, Mailroom mailroom, Principal sender) {
        this.world = world;
        this.mailroom = mailroom;
        this.sender = sender;
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var access = breaks(Fault.MSG_031_D) ? Access.only(Kind.PERSON, Kind.OFFICER) : Access.only(Kind.PERSON);
        return List.of(
                Route.get("/inbox", access, this::list, "limit", "page", "count"),
                Route.get("/inbox/{id}", Access.only(Kind.PERSON), this::one),
                Route.post("/inbox/{id}/actions", Access.only(Kind.PERSON), this::act));
    }

    private Answer list(Call call) {
        Pages.Page.of(call, world.settings());
        var owner = owner(call);
        if (call.caller().isPerson()) {
            Assured.check(call, world.settings(), Fault.MSG_032_A);
        }
        synchronized (world) {
            var letters = breaks(Fault.MSG_029_A)
                    ? mailroom.letters(owner).stream()
                            .sorted(Comparator.comparing(Letter::receivedAt).thenComparing(Letter::id))
                            .toList()
                    : mailroom.letters(owner);
            var items = letters.stream().map(this::item).toList();
            return Pages.answer(call, world.base(), world.settings(), items);
        }
    }

    /** Returns whose letters they are, or ends with 403. */
    private Identity owner(Call call) {
        var caller = call.caller();
        var mandate = caller.mandate();
        if (mandate.isPresent()) {
            boolean refused = !mandate.get().may("receive") && !breaks(Fault.MSG_031_B);
            if (refused || breaks(Fault.MSG_028_D)) {
                throw Fail.of(ProblemType.FORBIDDEN);
            }
        }
        return mandate.filter(m -> !breaks(Fault.MSG_028_C))
                .map(m -> new Identity(m.scheme(), m.value()))
                .orElseGet(() -> new Identity(caller.scheme(), caller.number()));
    }

    private Letter letter(Call call, Fault open) {
        var owner = owner(call);
        String id = call.pathValue("id");
        var own =
                mailroom.letters(owner).stream().filter(l -> l.id().equals(id)).findFirst();
        Optional<Letter> anybodys = mailroom.anybodys(id);
        if (own.isEmpty() && anybodys.isPresent() && breaks(Fault.MSG_031_C)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        return own.or(() -> breaks(open) ? anybodys : Optional.empty()).orElseThrow(Fail::notFound);
    }

    private Answer one(Call call) {
        synchronized (world) {
            var letter = letter(call, Fault.MSG_031_A);
            Assured.check(call, world.settings(), Fault.MSG_032_B);
            var answer = Answer.json(200, whole(letter));
            if (breaks(Fault.MSG_029_B)) {
                letter.mark(true);
            }
            return answer;
        }
    }

    private Answer act(Call call) {
        synchronized (world) {
            var letter = letter(call, Fault.MSG_031_E);
            Assured.check(call, world.settings(), Fault.MSG_032_F);
            var body = call.object();
            var judge = new Judge(body, world.settings());
            String action = judge.text(body, "action", "").orElse("");
            boolean known = action.equals("read") || action.equals("unread");
            boolean unknown = body.path("action").isString() && !known && !breaks(Fault.MSG_030_B);
            judge.faultIf(unknown, "/action", breaks(Fault.MSG_030_D) ? "enum" : "unknown-value");
            judge.close();
            var before = whole(letter);
            mark(call, letter, !action.equals("unread") || breaks(Fault.MSG_030_A));
            return Answer.json(200, breaks(Fault.MSG_030_C) ? before : whole(letter));
        }
    }

    private void mark(Call call, Letter letter, boolean read) {
        letter.mark(read);
        if (breaks(Fault.MSG_030_E)) {
            mailroom.letters(owner(call)).forEach(l -> l.mark(read));
        }
    }

    private ObjectNode item(Letter letter) {
        var order = letter.message().order();
        var item = Json.object().put("id", letter.id()).put("subject", order.subject());
        item.putObject("sender").put("name", breaks(Fault.MSG_029_E) ? "Ryggrad twin" : sender.name());
        item.put("receivedAt", World.text(letter.receivedAt())).put("read", letter.isRead());
        if (order.to().isOfCase() && !breaks(Fault.MSG_029_C)) {
            item.put("case", order.to().caseId());
        }
        return item;
    }

    private ObjectNode whole(Letter letter) {
        var body = letter.message().order().body().deepCopy();
        if (breaks(Fault.MSG_029_D)) {
            body.properties()
                    .forEach(p -> body.put(p.getKey(), p.getValue().asString().strip()));
        }
        var whole = item(letter);
        whole.set("body", body);
        return whole;
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
