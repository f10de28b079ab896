package se.ryggrad.conformance.twin.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.agreeing.Agreement;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.identity.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The state of one case; guarded by the lock of its world. */
public final class CaseFile {

    final String id;
    final Service service;
    final String initiatedBy;
    final String channel;
    final LocalDate receivedOn;
    final String receivedAt;
    final List<Party> parties = new ArrayList<>();
    final ObjectNode form = Json.object();
    final ArrayNode deficiencies = Json.array();
    final ArrayNode documents = Json.array();
    final ArrayNode requests = Json.array();
    final ArrayNode decisions = Json.array();
    final ArrayNode appeals = Json.array();
    final ArrayNode deadlines = Json.array();
    final ArrayNode relations = Json.array();
    final List<ObjectNode> memos = new ArrayList<>();
    final List<ObjectNode> readings = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final Map<String, Upload> files = new TreeMap<>();
    final Set<String> withdrawn = new HashSet<>();
    final Map<String, Integer> added = new HashMap<>();
    final Map<String, Set<String>> former = new HashMap<>();
    final Map<String, Set<String>> tags = new HashMap<>();
    final Set<String> earlier = new HashSet<>();
    final Map<String, Event> remembered = new HashMap<>();
    long advancedAt;
    String status = "submitted";
    String unit;
    String updatedAt;
    String registryNumber = "";
    String followUpCode = "";
    boolean reopened;

    @Nullable
    Caller officer;

    @Nullable
    JsonNode result;

    @Nullable
    ObjectNode disposed;

    @Nullable
    Agreement agreement;

    /** Begins a case. */
    public CaseFile(
            String id, Service service, String initiatedBy, String channel, LocalDate receivedOn, String receivedAt) {
        this.id = id;
        this.service = service;
        this.initiatedBy = initiatedBy;
        this.channel = channel;
        this.receivedOn = receivedOn;
        this.receivedAt = receivedAt;
        this.updatedAt = receivedAt;
        this.unit = service.unit();
    }

    /** Returns the id. */
    public String id() {
        return id;
    }

    /** Returns the service, in the version that the case began with. */
    public Service service() {
        return service;
    }

    /** Returns the authority. */
    public String authority() {
        return service.authority();
    }

    /** Returns the unit. */
    public String unit() {
        return unit;
    }

    /** Moves the case to a unit. */
    public void unit(String other) {
        unit = other;
    }

    /** Returns the status. */
    public String status() {
        return status;
    }

    /** Changes the status. */
    public void status(String next) {
        status = next;
    }

    /** Returns the day of arrival. */
    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** Returns the assigned officer. */
    public Optional<Caller> officer() {
        return Optional.ofNullable(officer);
    }

    /** Assigns an officer, or nobody. */
    public void officer(@Nullable Caller who) {
        officer = who;
    }

    /** Returns the registry number, or empty. */
    public String registryNumber() {
        return registryNumber;
    }

    /** Gives the registry number. */
    public void registryNumber(String number) {
        registryNumber = number;
    }

    /** Returns the parties. */
    public List<Party> parties() {
        return parties;
    }

    /** Returns the parties that have not ended. */
    public List<Party> active() {
        return parties.stream().filter(p -> !p.isEnded()).toList();
    }

    /** Adds a party to a case that has begun. */
    public void join(Party party) {
        parties.add(party);
        added.put(party.id(), version());
    }

    /** Returns whether a party came after the case began. */
    public boolean isAdded(Party party) {
        return added.containsKey(party.id());
    }

    /** Returns whether nothing else has happened since a party was added. */
    public boolean isNew(Party party) {
        return added.getOrDefault(party.id(), version()) == version() - 1;
    }

    /** Puts a party in the place of what they were. */
    public void replace(Party before, Party after) {
        if (!before.person().equals(after.person())) {
            former.computeIfAbsent(after.id(), id -> new HashSet<>()).add(before.person());
        }
        parties.replaceAll(p -> p.id().equals(before.id()) ? after : p);
    }

    /** Returns whether a party had another number before, which was somebody's. */
    public boolean wasOnce(Party party, String person) {
        return former.getOrDefault(party.id(), Set.of()).contains(person);
    }

    /** Returns whether a party has been given another number. */
    public boolean isRenumbered(Party party) {
        return former.containsKey(party.id());
    }

    /** Returns the form. */
    public ObjectNode form() {
        return form;
    }

    /** Returns the gaps. */
    public ArrayNode deficiencies() {
        return deficiencies;
    }

    /** Returns the documents. */
    public ArrayNode documents() {
        return documents;
    }

    /** Returns the requests. */
    public ArrayNode requests() {
        return requests;
    }

    /** Returns the decisions. */
    public ArrayNode decisions() {
        return decisions;
    }

    /** Returns the appeals. */
    public ArrayNode appeals() {
        return appeals;
    }

    /** Returns whether the outcome of an appeal is awaited. */
    public boolean isAppealed() {
        return appeals.valueStream()
                .anyMatch(a ->
                        List.of("open", "forwarded").contains(a.path("state").asString("")));
    }

    /** Returns the times of the law that have begun to run. */
    public ArrayNode deadlines() {
        return deadlines;
    }

    /** Returns whether a demand for a decision awaits its answer. */
    public boolean isDemanded() {
        return deadlines.valueStream().anyMatch(d -> !d.has("endedOn"));
    }

    /** Returns the first day on which a decision may be demanded. */
    public Optional<LocalDate> demandFrom(TwinSettings settings) {
        boolean given = service.track().equals("administrative") || settings.breaks(Fault.HAND_043_D);
        return given && initiatedBy.equals("party") && !isDisposed()
                ? Optional.of(Calendar.demandFrom(receivedOn, settings))
                : Optional.empty();
    }

    /** Returns the relations. */
    public ArrayNode relations() {
        return relations;
    }

    /** Returns the working papers. */
    public List<ObjectNode> memos() {
        return memos;
    }

    /** Returns who has read the case. */
    public List<ObjectNode> readings() {
        return readings;
    }

    /** Returns the events. */
    public List<Event> events() {
        return events;
    }

    /** Adds an event: the version grows, and earlier ETags end. */
    public void advance(Event event) {
        events.add(event);
        updatedAt = event.recordedAt();
        earlier.clear();
        tags.values().forEach(earlier::addAll);
        advancedAt = System.nanoTime();
        tags.clear();
    }

    /** Returns whether a tag was current until a moment ago: what a twin accepts that loses updates. */
    public boolean isJustStale(String tag) {
        return earlier.contains(tag) && System.nanoTime() - advancedAt < 100_000_000L;
    }

    /** Puts an event in the place of what it was. */
    public void replace(Event event) {
        events.set(event.sequence() - 1, event);
    }

    /** Returns what a broken twin still has of an event that it should have erased. */
    public Optional<Event> remembered(Event event) {
        return Optional.ofNullable(remembered.get(event.id()));
    }

    /** Keeps what an event was: what a broken twin does. */
    public void remember(Event event) {
        remembered.put(event.id(), event);
    }

    /** Returns the version after which anything was erased last, or 0. */
    public int erasedAt() {
        return events.stream()
                .filter(e -> List.of("redacted", "disposed").contains(e.type()))
                .mapToInt(Event::sequence)
                .max()
                .orElse(0);
    }

    /** Returns on what it rests that the case was disposed of, if it was. */
    public Optional<ObjectNode> disposed() {
        return Optional.ofNullable(disposed);
    }

    /** Returns whether the case was disposed of. */
    public boolean isDisposed() {
        return disposed != null;
    }

    /** Takes away all that the case held, but for its events. */
    public void dispose(ObjectNode why) {
        disposed = why;
        officer = null;
        result = null;
        agreement = null;
        form.removeAll();
        List.of(deficiencies, documents, requests, decisions, appeals, deadlines, relations)
                .forEach(ArrayNode::removeAll);
        parties.clear();
        memos.clear();
        former.clear();
        withdrawn.clear();
        files.clear();
        readings.clear();
    }

    /** Returns when the case arrived. */
    public String receivedAt() {
        return receivedAt;
    }

    /** Returns when the case last changed. */
    public String updatedAt() {
        return updatedAt;
    }

    /** Changes the time of change without an event: what a twin does whose reading writes. */
    public void touch(String now) {
        updatedAt = now;
        tags.clear();
    }

    /** Returns the stored documents by id. */
    public Map<String, Upload> files() {
        return files;
    }

    /** Marks that a party has withdrawn: they lack the right until the case is written off. */
    public void withdraw(Party party) {
        withdrawn.add(party.id());
        parties.replaceAll(p -> p.id().equals(party.id()) ? p.without("withdraw") : p);
    }

    /** Returns whether every applicant has withdrawn. */
    public boolean isWithdrawn(TwinSettings settings) {
        return parties.stream()
                .filter(p -> !p.isEnded() || settings.breaks(Fault.HAND_069_F))
                .filter(p -> p.role().equals("applicant"))
                .allMatch(p -> withdrawn.contains(p.id()));
    }

    /** Gives the right to withdraw back to those who used it. */
    public void restoreRights() {
        parties.replaceAll(p -> withdrawn.contains(p.id()) ? p.with("withdraw") : p);
    }

    /** Returns the code of an anonymous submitter, or empty. */
    public String followUpCode() {
        return followUpCode;
    }

    /** Gives the code of an anonymous submitter. */
    public void followUpCode(String code) {
        followUpCode = code;
    }

    /** Returns whether the case was opened again. */
    public boolean reopened() {
        return reopened;
    }

    /** Marks that the case was opened again. */
    public void reopen() {
        reopened = true;
    }

    /** Ends the case with a result. */
    public void result(JsonNode what) {
        result = what;
    }

    /** Returns the version: the number of events. */
    public int version() {
        return events.size();
    }

    /** Returns whether the case has a status of a list. */
    public boolean isIn(String... statuses) {
        return List.of(statuses).contains(status);
    }

    /** Returns the part with an id in a list of parts. */
    public static Optional<ObjectNode> find(ArrayNode parts, String id) {
        return parts.valueStream()
                .filter(p -> p.path("id").asString("").equals(id))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** Returns how far those who must agree have, if anybody must. */
    public Optional<Agreement> agreement() {
        return Optional.ofNullable(agreement);
    }

    /** Begins to count who agrees. */
    public void agreement(Agreement begun) {
        agreement = begun;
    }

    /** Returns whether the case awaits approval. */
    public boolean awaitsApproval() {
        return agreement().filter(Agreement::awaits).isPresent();
    }

    /** Notes among the deficiencies, before those of documents and form, whether an approval is missing. */
    public void note(boolean missing) {
        for (int i = deficiencies.size() - 1; i >= 0; i--) {
            if (deficiencies.get(i).path("code").asString("").equals("approval-missing")) {
                deficiencies.remove(i);
            }
        }
        if (missing) {
            deficiencies.insert(0, Json.object().put("pointer", "/approval").put("code", "approval-missing"));
        }
    }

    /** Returns whether the case is not decided yet, so that it can still be agreed on. */
    public boolean isOngoing() {
        return isIn("submitted", "registered", "in-progress");
    }

    /** Returns the open requests that ask for an answer, and those for an approval where a broken twin takes one. */
    public List<ObjectNode> openQuestions(TwinSettings settings, Fault loose) {
        return openRequests().stream()
                .filter(r -> !Agreement.isApproval(r) || settings.breaks(loose))
                .toList();
    }

    /** Returns the open requests. */
    public List<ObjectNode> openRequests() {
        return requests.valueStream()
                .map(ObjectNode.class::cast)
                .filter(r -> r.path("state").asString("").equals("open"))
                .toList();
    }

    /** Remembers that somebody was given an ETag of the current version. */
    public void issued(String actor, String tag) {
        tags.computeIfAbsent(actor, a -> new HashSet<>()).add(tag);
    }

    /** Returns whether somebody was given an ETag of the current version. */
    public boolean knows(String actor, String tag) {
        return tags.getOrDefault(actor, Set.of()).contains(tag);
    }

    /** Returns whether anybody was given an ETag of the current version. */
    public boolean knowsAnybodys(String tag) {
        return tags.values().stream().anyMatch(t -> t.contains(tag));
    }
}
