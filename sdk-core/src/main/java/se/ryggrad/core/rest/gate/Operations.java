package se.ryggrad.core.rest.gate;

import static se.ryggrad.core.identity.ActorKind.OFFICER;
import static se.ryggrad.core.identity.ActorKind.PERSON;
import static se.ryggrad.core.identity.ActorKind.SYSTEM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.rest.gate.Operation.Access;
import se.ryggrad.core.rest.gate.Operation.Keyed;
import se.ryggrad.core.rest.gate.Operation.Takes;

/** Lists the operations of the contract; a test holds the list against {@code openapi.yaml}. */
final class Operations {

    private static final Set<ActorKind> EVERYBODY = Set.of(PERSON, OFFICER, SYSTEM);
    private static final Access PUBLIC = new Access(false, EVERYBODY, Set.of(), false);
    private static final Access LOGGED_IN = new Access(true, EVERYBODY, Set.of(), true);
    private static final Access READERS = new Access(true, EVERYBODY, Set.of("cases:read"), true);
    private static final Access SUBMITTERS = new Access(false, EVERYBODY, Set.of("cases:open"), true);
    private static final Access ACTORS = new Access(true, EVERYBODY, Set.of("cases:register"), true);
    private static final Access PORTALS =
            new Access(true, Set.of(PERSON), Set.of(), true, Optional.of("overview:read"));
    private static final Access PERSONS = new Access(true, Set.of(PERSON), Set.of(), true);
    private static final Access SENDERS = new Access(true, Set.of(OFFICER, SYSTEM), Set.of("messages:send"), true);
    private static final Access CHANNELS = new Access(true, Set.of(SYSTEM), Set.of("receipts:write"), true);
    private static final Access OFFICERS = new Access(true, Set.of(OFFICER), Set.of(), true);
    private static final Access OFFICIALS = new Access(true, Set.of(OFFICER, SYSTEM), Set.of("cases:read"), true);
    private static final Access FOLLOWERS = new Access(true, Set.of(SYSTEM), Set.of("events:read"), true);

    private static final Access SOURCES = new Access(true, Set.of(SYSTEM), Set.of("overview:write"), true);

    private static final String OVERVIEW = "overview";
    private static final String INDEX = "overview-index";
    private static final String SUBSCRIPTIONS = "subscriptions";

    private static final Set<String> PAGED = Set.of("page", "limit", "count");
    private static final Set<String> SERVICES = Set.of("q", "audience", "page", "limit", "count");
    private static final Set<String> CASES =
            Set.of("status", "service", "updatedSince", "officer", "unit", "page", "limit", "count");
    private static final Set<String> VERSION = Set.of("version");

    static final List<Operation> ALL = List.of(
            get("api-info", PUBLIC, Set.of()),
            get("capabilities", PUBLIC, Set.of()),
            new Operation("GET", List.of("openapi"), PUBLIC, "application/yaml", Takes.NOTHING, Set.of(), Keyed.NONE),
            get(".well-known/oauth-protected-resource", PUBLIC, Set.of()),
            get("me", LOGGED_IN, Set.of()),
            get("me/representations", PORTALS, PAGED),
            search("me/representations/searches", PORTALS),
            get("services", PUBLIC, SERVICES),
            get("services/*", PUBLIC, VERSION),
            new Operation("PUT", List.of("services", "*"), OFFICERS, Operation.JSON, Takes.JSON, Set.of(), Keyed.NONE),
            get("services/*/form", PUBLIC, VERSION),
            post("documents", SUBMITTERS, Takes.OCTETS, Keyed.REQUIRED),
            get("cases", READERS, CASES),
            post("cases", SUBMITTERS, Takes.JSON, Keyed.REQUIRED),
            search("cases/searches", OFFICERS),
            get("cases/*", READERS, Set.of()),
            get("cases/*/events", READERS, PAGED),
            get("cases/*/access-log", READERS, PAGED),
            post("cases/*/actions", ACTORS, Takes.JSON, Keyed.REQUIRED),
            get("cases/*/memos", OFFICERS, PAGED),
            get("cases/*/memos/*", OFFICERS, Set.of()),
            new Operation(
                    "GET",
                    List.of("cases", "*", "documents", "*"),
                    READERS,
                    Operation.ANYTHING,
                    Takes.NOTHING,
                    Set.of(),
                    Keyed.NONE),
            new Operation(
                    "GET",
                    List.of("cases", "*", "export"),
                    OFFICIALS,
                    "application/zip",
                    Takes.NOTHING,
                    Set.of(),
                    Keyed.NONE),
            get("authorities/*/access-log", OFFICERS, Set.of("after", "limit")),
            post("authorities/*/access-log/seals", OFFICERS, Takes.JSON, Keyed.REQUIRED),
            post("follow-up", PUBLIC, Takes.JSON, Keyed.OPTIONAL),
            get("events", FOLLOWERS, Set.of("after", "limit")),
            get("subscriptions", FOLLOWERS, PAGED),
            post("subscriptions", FOLLOWERS, Takes.JSON, Keyed.REQUIRED),
            get("subscriptions/*", FOLLOWERS, Set.of()),
            new Operation(
                    "DELETE",
                    List.of(SUBSCRIPTIONS, "*"),
                    FOLLOWERS,
                    Operation.JSON,
                    Takes.NOTHING,
                    Set.of(),
                    Keyed.NONE),
            post("subscriptions/*/actions", FOLLOWERS, Takes.JSON, Keyed.NONE),
            get("overview-items", PORTALS, PAGED),
            post("messages", SENDERS, Takes.JSON, Keyed.REQUIRED),
            post("messages/batches", SENDERS, Takes.JSON, Keyed.REQUIRED),
            get("messages/*", SENDERS, Set.of()),
            post("delivery-receipts", CHANNELS, Takes.JSON, Keyed.NONE),
            get("inbox", PERSONS, PAGED),
            get("inbox/*", PERSONS, Set.of()),
            post("inbox/*/actions", PERSONS, Takes.JSON, Keyed.NONE),
            get("me/contact", PERSONS, Set.of()),
            new Operation("PUT", List.of("me", "contact"), PERSONS, Operation.JSON, Takes.JSON, Set.of(), Keyed.NONE),
            get(OVERVIEW, PERSONS, PAGED),
            get("overview-index/*", SOURCES, Set.of("after", "limit")),
            new Operation("PUT", List.of(INDEX, "*"), SOURCES, Operation.JSON, Takes.JSON, Set.of(), Keyed.NONE),
            new Operation("PUT", List.of(INDEX, "*", "*"), SOURCES, Operation.JSON, Takes.JSON, Set.of(), Keyed.NONE));

    private static final Set<String> OF_MESSAGES = Set.of("messages", "delivery-receipts", "inbox");

    private Operations() {}

    /** Tells whether {@code operation} is there only where its option is offered: publishing of definitions. */
    static boolean publishes(Operation operation) {
        return "PUT".equals(operation.method()) && operation.path().get(0).equals("services");
    }

    /** Tells whether {@code operation} is there only where the system is a message service. */
    static boolean messages(Operation operation) {
        return OF_MESSAGES.contains(operation.path().get(0)) || operation.path().equals(List.of("me", "contact"));
    }

    /** Tells whether {@code operation} is there only where events are sent. */
    static boolean sends(Operation operation) {
        return operation.path().get(0).equals(SUBSCRIPTIONS);
    }

    private static Operation get(String path, Access access, Set<String> query) {
        return new Operation("GET", segments(path), access, Operation.JSON, Takes.NOTHING, query, Keyed.NONE);
    }

    private static Operation post(String path, Access access, Takes takes, Keyed key) {
        return new Operation("POST", segments(path), access, Operation.JSON, takes, Set.of(), key);
    }

    private static Operation search(String path, Access access) {
        return new Operation("POST", segments(path), access, Operation.JSON, Takes.JSON, PAGED, Keyed.NONE);
    }

    /** Tells whether {@code operation} is there only where the system is a portal. */
    static boolean gathers(Operation operation) {
        return operation.path().equals(List.of(OVERVIEW));
    }

    /** Tells whether {@code operation} is there only where sources push to the system. */
    static boolean indexes(Operation operation) {
        return operation.path().get(0).equals(INDEX);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
