package se.ryggrad.conformance.twin.actions;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Timeline.Circle;
import se.ryggrad.conformance.twin.actions.Timeline.Fact;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Idempotency.Outcome;
import se.ryggrad.conformance.twin.cases.Lifecycle;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.catalog.FormCheck;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.mandates.Mandate;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/** Begins cases: submit and open-case. */
public final class Start {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final World world;
    private final Call call;
    private final ObjectNode body;
    private final Service service;
    private final boolean byAuthority;

    private Start(World world, Call call, ObjectNode body, Service service) {
        this.world = world;
        this.call = call;
        this.body = body;
        this.service = service;
        this.byAuthority = body.path("initiatedBy").asString("").equals("authority");
    }

    /** Ends with 403 when the caller may never begin such a case. */
    public static void permit(World world, Call call, ObjectNode body, Service service) {
        new Start(world, call, body, service).permit();
    }

    /** Begins a case and answers with it. */
    public static Outcome start(World world, Call call, ObjectNode body, Service service) {
        return new Start(world, call, body, service).start();
    }

    private Outcome start() {
        String now = world.now();
        var file = new CaseFile(
                UUID.randomUUID().toString(),
                service,
                byAuthority ? "authority" : "party",
                channel(),
                new Facts(world, call, body).receivedOn(),
                now);
        var standing = new Standing(world, file, call.caller(), call.caller().isAnonymous(), call.ruling());
        var work = new Work(standing, call, body);
        work.faults().addAll(Lifecycle.faults(byAuthority ? "open-case" : "submit", body));
        work.faults().addAll(Json.numberFaults(body));
        if (work.settings().breaks(Fault.CORE_018_A)) {
            work.faults().addAll(Lifecycle.strangers("submit", body));
        }
        var facts = new Facts(world, call, body);
        impartial();
        facts.check(work, enters() && !(standing.isLimited() && work.settings().breaks(Fault.HAND_093_C)));
        form(work);
        var files = new Files(work);
        files.check();
        files.checkRules();
        gaps(work);
        if (world.settings().breaks(Fault.CORE_019_B)) {
            work.faults()
                    .removeIf(f -> "/channel".equals(f.pointer()) && f.code().equals("unknown-value"));
        }
        if (world.settings().breaks(Fault.CORE_055_B)) {
            leaveBehind(work, facts);
        }
        work.check();
        facts.parties(work).forEach(file.parties()::add);
        return commit(work, files);
    }

    /** Begins the case though a document is unknown: what a twin does that has no transaction. */
    private void leaveBehind(Work work, Facts facts) {
        if (work.faults().stream().anyMatch(f -> f.code().equals("unknown-document"))) {
            facts.parties(work).forEach(work.file().parties()::add);
            world.cases().put(work.file().id(), work.file());
            work.timeline().write(Fact.of("submitted", work.file().receivedOn(), data(work.file())));
        }
    }

    private void permit() {
        var caller = call.caller();
        boolean may = switch (caller.kind()) {
            case ANONYMOUS, PERSON -> !byAuthority || world.settings().breaks(Fault.CASE_044_B);
            case OFFICER -> byAuthority ? caller.handles(service.unit(), service.authority()) : enters();
            case SYSTEM -> byAuthority && world.reaches(caller, service.authority());
        };
        if (!may || !caller.mandate().map(this::reaches).orElse(true)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
    }

    private boolean reaches(Mandate mandate) {
        boolean allowed = mandate.isAllowed(service) || world.settings().breaks(Fault.ID_048_B);
        boolean seen = mandate.sees(service, world.today()) || world.settings().breaks(Fault.ID_049_F);
        return mandate.may("submit", service) && mandate.names(service) && allowed && seen;
    }

    /** An officer who is a party may not begin the case (FL section 16). */
    private void impartial() {
        String number = call.caller().isOfficer() ? call.caller().number() : "";
        boolean named = body.path("parties")
                .valueStream()
                .anyMatch(p -> p.path("identity").path("value").asString("").equals(number));
        boolean own = !number.isEmpty() && named && !world.settings().breaks(Fault.ID_040_B);
        if (own || (representsAParty() && !world.settings().breaks(byAuthority ? Fault.ID_075_C : Fault.ID_075_B))) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
    }

    private boolean representsAParty() {
        return body.path("parties")
                .valueStream()
                .map(p -> p.path("identity"))
                .anyMatch(i -> call.caller()
                        .represented()
                        .contains(new Identity(
                                i.path("scheme").asString(""), i.path("value").asString(""))));
    }

    /** Returns whether the caller hands in for others what they have brought, told or sent. */
    private boolean enters() {
        return (call.caller().has("registrar", service.authority()) || isContactCentre()) && !byAuthority;
    }

    private boolean isContactCentre() {
        var settings = world.settings();
        boolean here = call.caller().has("contact-centre", service.authority());
        boolean elsewhere = call.caller().hasAnywhere("contact-centre") && !here && settings.breaks(Fault.HAND_093_I);
        return (here && !settings.breaks(Fault.HAND_093_A)) || elsewhere;
    }

    private String channel() {
        if (call.caller().isOfficer() && world.settings().breaks(Fault.CORE_019_B)) {
            String given = body.path("channel").asString("paper");
            return List.of("phone", "visit", "digital").contains(given) ? given : "paper";
        }
        String usual = call.caller().isOfficer() && !byAuthority ? "paper" : "digital";
        if (world.settings().breaks(Fault.CASE_041_B)) {
            return call.caller().isSystem() ? "system" : "digital";
        }
        return body.path("channel").asString(call.caller().isSystem() ? "system" : usual);
    }

    private void form(Work work) {
        var form = body.path("form");
        if (body.has("form") && !form.isObject()) {
            return;
        }
        var filled = form.isObject() ? form : Json.object();
        var faults = work.settings().breaks(Fault.CAT_024_A)
                ? FormCheck.checkAll(service.form(), filled)
                : FormCheck.checkForm(service.form(), filled);
        for (var fault : faults) {
            if (!FormFaults.isForgotten(fault, work.settings())) {
                work.faults().add(fault);
            }
        }
    }

    private void gaps(Work work) {
        work.faults().sort(null);
        boolean strict = work.standing().isLimited() && work.settings().breaks(Fault.HAND_093_B);
        if (!(enters() || byAuthority) || strict || work.settings().breaks(Fault.CASE_042_B)) {
            return;
        }
        for (var fault : List.copyOf(work.faults())) {
            String pointer = String.valueOf(fault.pointer());
            boolean absent = fault.code().equals("attachment-missing")
                    && !work.settings().breaks(Fault.CASE_042_C);
            boolean gap = pointer.startsWith("/form/") || absent;
            if (gap && !fault.code().equals("number-out-of-range")) {
                work.faults().remove(fault);
                deficiency(work, fault);
            }
        }
    }

    private static void deficiency(Work work, FieldFault fault) {
        boolean silent =
                fault.code().equals("attachment-missing") && work.settings().breaks(Fault.CASE_042_D);
        if (!silent && !work.settings().breaks(Fault.CASE_042_A)) {
            work.file()
                    .deficiencies()
                    .add(Json.object()
                            .put("pointer", String.valueOf(fault.pointer()))
                            .put("code", fault.code()));
        }
    }

    private Outcome commit(Work work, Files files) {
        var file = work.file();
        world.cases().put(file.id(), file);
        if (body.path("form") instanceof ObjectNode form) {
            file.form().setAll(form.deepCopy());
        }
        file.relations().addAll(Json.array());
        body.path("relations").forEach(file.relations()::add);
        var documents = files.add("in", Circle.everybody());
        if (byAuthority) {
            Placing.number(work);
            file.status("in-progress");
            if (call.caller().isOfficer() && !work.settings().breaks(Fault.CASE_044_A)) {
                file.officer(call.caller());
            }
        }
        var data = data(file);
        data.set("documents", documents);
        work.timeline().write(Fact.of(byAuthority ? "opened" : "submitted", file.receivedOn(), data));
        automatic(work);
        return answer(work);
    }

    /** Does what follows by itself: asks those who must agree, and what the service lets follow. */
    private void automatic(Work work) {
        boolean several = !service.approvers().isEmpty();
        if (byAuthority) {
            if (several && work.settings().breaks(Fault.CASE_090_C)) {
                new Agreeing(work).begin().run();
            }
            return;
        }
        var asking = new Agreeing(work).begin();
        boolean late = several && work.settings().breaks(Fault.CASE_092_B);
        if (!late) {
            asking.run();
        }
        new Automation(work).run();
        if (late) {
            asking.run();
        }
    }

    private ObjectNode data(CaseFile file) {
        var data = Work.data();
        data.putObject("service").put("id", service.id()).put("version", service.version());
        data.put("channel", channel()).put("receivedOn", file.receivedOn().toString());
        data.set("form", file.form().deepCopy());
        var parties = data.putArray("parties");
        file.parties().forEach(p -> parties.add(Json.object().put("id", p.id()).put("role", p.role())));
        if (byAuthority) {
            data.put("registryNumber", file.registryNumber());
            file.officer().ifPresent(o -> data.put("officer", o.id()));
        }
        return data;
    }

    private Outcome answer(Work work) {
        var standing = work.standing();
        var view = Views.whole(standing, call.language());
        String tag = Views.tag(standing, view);
        if (call.caller().isAnonymous()) {
            byte[] code = new byte[work.settings().breaks(Fault.CASE_037_B) ? 8 : 16];
            RANDOM.nextBytes(code);
            work.file().followUpCode(Base64.getUrlEncoder().withoutPadding().encodeToString(code));
            view.put("followUpCode", work.file().followUpCode());
        }
        String location = world.base() + "/cases/" + work.file().id();
        var answer = se.ryggrad.conformance.twin.http.Answer.json(201, view);
        return new Outcome(
                answer.header("ETag", tag).header("Location", location),
                work.file().id());
    }
}
