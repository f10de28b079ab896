package se.ryggrad.conformance.twin.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.identity.Caller;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the readings of all cases of an authority, sealed into one chain; guarded by the lock of the world. */
public final class Ledger {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final World world;
    private final List<Link> waiting = new ArrayList<>();
    private final List<Link> sealed = new ArrayList<>();
    private List<Link> latest = List.of();

    /** A reading that waits to be sealed, or is a link of the chain; without content and salt when its case is gone. */
    private static final class Link {

        private final CaseFile file;
        private @Nullable ObjectNode content;
        private byte @Nullable [] salt;
        private byte[] digest = new byte[0];
        private byte[] hash = new byte[0];

        Link(CaseFile file, ObjectNode content, byte[] salt) {
            this.file = file;
            this.content = content;
            this.salt = salt;
        }
    }

    Ledger(World world) {
        this.world = world;
    }

    /** Keeps a reading of a case until it is sealed. */
    void keep(CaseFile file, ObjectNode reading) {
        var link = new Link(file, reading.deepCopy().put("case", file.id()), salt());
        waiting.add(link);
        if (file.isDisposed() && breaks(Fault.CASE_102_G)) {
            digest(link);
            bare(link);
        }
    }

    /** Gives all that wait their places. */
    public void seal() {
        if (breaks(Fault.CASE_099_A)) {
            waiting.removeIf(link -> isBySystem(link));
        }
        var taken = waiting.stream()
                .limit(breaks(Fault.CASE_099_B) ? 1 : Long.MAX_VALUE)
                .toList();
        waiting.removeAll(taken);
        taken.forEach(this::digest);
        if (breaks(Fault.CASE_100_G)) {
            sealed.forEach(this::saltAnew);
            rehash();
        }
        if (breaks(Fault.CASE_099_I)) {
            latest.stream().map(Ledger::copy).forEach(link -> append(link, head(size())));
        }
        byte[] previous = breaks(Fault.CASE_100_D) ? new byte[32] : head(size());
        for (var link : taken) {
            append(link, previous);
            previous = link.hash;
        }
        latest = taken;
    }

    /** Takes what waits in another ledger: what a twin does that knows one log alone. */
    public void takeFrom(Ledger other) {
        if (other != this) {
            waiting.addAll(other.waiting);
            other.waiting.clear();
        }
    }

    private static boolean isBySystem(Link link) {
        return link.content != null
                && link.content.path("actor").path("kind").asString("").equals("system");
    }

    private static byte[] salt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static Link copy(Link link) {
        var content = link.content == null ? Json.object() : link.content;
        var copy = new Link(link.file, content, link.salt == null ? new byte[0] : link.salt);
        copy.digest = link.digest;
        if (link.content == null) {
            copy.content = null;
            copy.salt = null;
        }
        return copy;
    }

    private void saltAnew(Link link) {
        if (link.content != null) {
            link.salt = salt();
            digest(link);
        }
    }

    private void rehash() {
        var links = List.copyOf(sealed);
        sealed.clear();
        links.forEach(link -> append(link, head(size())));
    }

    private void append(Link link, byte[] previous) {
        int place = sealed.size() + 1;
        long number = breaks(Fault.CASE_100_C) ? Long.reverseBytes(place) : place;
        link.hash = Event.sha256(
                previous, ByteBuffer.allocate(Long.BYTES).putLong(number).array(), link.digest);
        sealed.add(link);
    }

    private void digest(Link link) {
        var content = link.content;
        var salt = link.salt;
        if (content == null || salt == null) {
            return;
        }
        spoil(link, content);
        byte[] text = breaks(Fault.CASE_100_B)
                ? Json.bytes(content)
                : Event.canonical(content).getBytes(UTF_8);
        link.digest = breaks(Fault.CASE_100_A) ? Event.sha256(text) : Event.sha256(salt, text);
    }

    /** Makes of a content what a broken twin makes of it. */
    private void spoil(Link link, ObjectNode content) {
        if (breaks(Fault.CASE_099_C)) {
            content.put("id", java.util.UUID.randomUUID().toString());
        }
        var document =
                CaseFile.find(link.file.documents(), content.path("document").asString(""));
        if (document.filter(d -> d.has("audience")).isPresent() && breaks(Fault.CASE_099_D)) {
            content.remove("document");
        }
        if (content.path("actor") instanceof ObjectNode actor) {
            if (breaks(Fault.CASE_099_E)) {
                actor.remove("unit");
            }
            String id = actor.path("id").asString("");
            world.claims()
                    .knownOfficer(id)
                    .map(Caller::name)
                    .filter(name -> breaks(Fault.CASE_099_M))
                    .ifPresent(name -> actor.put("name", name));
        }
    }

    /** Takes content and salt of the readings of a case away, sealed or not. */
    public void forget(CaseFile file) {
        if (breaks(Fault.CASE_102_C)) {
            sealed.removeIf(link -> link.file == file);
        }
        if (breaks(Fault.CASE_102_D)) {
            waiting.removeIf(link -> link.file == file);
        }
        sealed.stream()
                .filter(link -> link.file == file && !breaks(Fault.CASE_102_A))
                .forEach(this::bare);
        waiting.stream()
                .filter(link -> link.file == file && !breaks(Fault.CASE_102_E))
                .forEach(link -> {
                    digest(link);
                    bare(link);
                });
    }

    private void bare(Link link) {
        link.content = null;
        if (!breaks(Fault.CASE_102_B)) {
            link.salt = null;
        }
        if (breaks(Fault.CASE_102_F)) {
            link.digest = Event.sha256(new byte[0]);
        }
    }

    /** Returns how many are sealed. */
    public int size() {
        return sealed.size();
    }

    /** Returns the hash of the entry of a number; of number 0, what stands before the first. */
    public byte[] head(int number) {
        return number == 0 ? new byte[32] : sealed.get(number - 1).hash;
    }

    /** Returns what is shown of the entries after a number, at most so many. */
    public List<ObjectNode> after(int number, int most) {
        return IntStream.range(number, Math.min(size(), number + most))
                .mapToObj(this::shown)
                .toList();
    }

    private ObjectNode shown(int index) {
        var link = sealed.get(index);
        var view = Json.object().put("sequence", breaks(Fault.CASE_099_K) ? index : index + 1);
        if (link.content != null) {
            view.set("content", link.content);
        }
        if (link.salt != null) {
            view.put("salt", Event.hex(link.salt));
        }
        return view.put("contentDigest", Event.hex(link.digest)).put("hash", Event.hex(link.hash));
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
