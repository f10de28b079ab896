package se.ryggrad.conformance.twin.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.messaging.delivery.Contact;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/** Lets people say how they want to be told that there is something to read. */
public final class OwnContact {

    private static final String PHONE = "\\+[0-9]{7,15}";
    private static final String DOMAIN = "[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";
    private static final int LONGEST = 254;
    private static final Set<String> NOTICES = Set.of("sms", "email");

    private final World world;
    private final Mailroom mailroom;

    /** Keeps what people say to one principal. */
    public OwnContact(World world, Mailroom mailroom) {
        this.world = world;
        this.mailroom = mailroom;
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var access = breaks(Fault.MSG_033_C) ? Access.only(Kind.PERSON, Kind.OFFICER) : Access.only(Kind.PERSON);
        return List.of(
                Route.get("/me/contact", access, this::read),
                Route.post("/me/contact", Access.only(Kind.PERSON), this::replace)
                        .with("PUT"));
    }

    private Answer read(Call call) {
        var owner = owner(call, Fault.MSG_032_C);
        synchronized (world) {
            return Answer.json(200, view(mailroom.contact(owner)));
        }
    }

    /** Returns whose wishes they are, or ends with 403. */
    private Identity owner(Call call, Fault forgotten) {
        var caller = call.caller();
        if (caller.mandate().isPresent() && !breaks(Fault.MSG_033_B)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        if (caller.isPerson()) {
            Assured.check(call, world.settings(), forgotten);
        }
        return breaks(Fault.MSG_033_E)
                ? new Identity(caller.issuer(), caller.grant().subject())
                : self(caller);
    }

    private static Identity self(Caller caller) {
        return caller.mandate()
                .map(m -> new Identity(m.scheme(), m.value()))
                .orElseGet(() -> new Identity(caller.scheme(), caller.number()));
    }

    private Answer replace(Call call) {
        var owner = owner(call, Fault.MSG_032_D);
        var body = call.object();
        var judge = new Judge(body, world.settings());
        String phone = address(phone(body), "phone", PHONE, 16, judge);
        String email = address(body, "email", email(), breaks(Fault.MSG_034_C) ? 1000 : LONGEST, judge);
        var notices = notices(body, judge);
        boolean unaddressed = notices.contains("sms") && !body.has("phone") && !breaks(Fault.MSG_034_E);
        judge.faultIf(unaddressed, "/phone", "required");
        boolean unsent = notices.contains("email") && !body.has("email") && !breaks(Fault.MSG_034_G);
        judge.faultIf(unsent, "/email", "required");
        judge.close();
        synchronized (world) {
            var before = mailroom.contact(owner);
            boolean merging = breaks(Fault.MSG_033_A);
            var contact = new Contact(
                    email == null && merging ? before.email() : email,
                    phone == null && merging ? before.phone() : phone,
                    notices);
            mailroom.put(owner, contact);
            mailroom.put(self(call.caller()), contact);
            return Answer.json(200, view(contact));
        }
    }

    private String email() {
        String controls = breaks(Fault.MSG_034_H) ? "" : "\\p{Cc}";
        String marks = breaks(Fault.MSG_034_I) ? "" : ",;<>";
        return "[^\\s@" + controls + marks + "]{1,64}@" + DOMAIN;
    }

    /** By a fault, a number is written as it is meant. */
    private ObjectNode phone(ObjectNode body) {
        String given = body.path("phone").asString("");
        String plain = breaks(Fault.MSG_034_B) ? given.replaceAll("[ -]", "") : given;
        if (breaks(Fault.MSG_034_A)) {
            plain = plain.replaceFirst("^0", "+46");
        }
        return given.isEmpty() ? body : body.deepCopy().put("phone", plain);
    }

    private static @Nullable String address(ObjectNode body, String member, String form, int longest, Judge judge) {
        var text = judge.given(body, member, "");
        boolean wrong =
                text.filter(t -> !t.matches(form) || t.length() > longest).isPresent();
        judge.faultIf(wrong, "/" + member, "format");
        return text.orElse(null);
    }

    private List<String> notices(ObjectNode body, Judge judge) {
        var list = body.path("notices");
        if (!list.isArray()) {
            judge.fault("/notices", body.has("notices") ? "type" : "required");
            return List.of();
        }
        var notices = new ArrayList<String>();
        for (int i = 0; i < list.size(); i++) {
            String notice = list.get(i).asString("");
            boolean known = NOTICES.contains(notice);
            boolean unknown = list.get(i).isString() && !known && !breaks(Fault.MSG_034_D);
            judge.faultIf(!list.get(i).isString(), "/notices/" + i, "type");
            judge.faultIf(unknown, "/notices/" + i, breaks(Fault.MSG_034_F) ? "enum" : "unknown-value");
            Optional.of(notice).filter(n -> known).ifPresent(notices::add);
        }
        judge.faultIf(new HashSet<>(notices).size() < notices.size(), "/notices", "unique-items");
        return notices;
    }

    private ObjectNode view(Contact contact) {
        var view = Json.object();
        if (contact.email() != null) {
            view.put("email", contact.email());
        }
        if (contact.phone() != null && !breaks(Fault.MSG_033_D)) {
            view.put("phone", contact.phone());
        }
        view.set("notices", Json.array(contact.notices()));
        return view;
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
