package se.ryggrad.core.rest.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;

/**
 * Makes and compares entity tags (RFC 9110 section 8.8.3).
 *
 * <p>A case's tag is {@code "{version}-{hash of view}"}. The first half of the hash speaks of case, version
 * and actor, the second of the octets shown: {@code If-None-Match} compares the whole, {@code If-Match}
 * the first half, so that every tag the actor got for the current version counts, in whatever language and
 * answer it came (CORE-035 to CORE-038).
 */
final class EntityTags {

    private static final int HALF = 16;

    private EntityTags() {}

    /** Returns the tag of {@code view} as {@code actor} gets it in {@code shown}. */
    static String of(CaseView view, ActorId actor, JsonTree shown) {
        String octets = Sha256.hex(JsonOutput.bytes(shown)).substring(0, HALF);
        return '"' + issued(view, actor) + octets + '"';
    }

    /** Returns the tag of content that stands for itself. */
    static String of(String content) {
        return '"' + Sha256.hex(content).substring(0, 2 * HALF) + '"';
    }

    /** Returns whether {@code header} of {@code If-None-Match} names {@code tag}, compared weakly. */
    static boolean anyMatches(Optional<String> header, String tag) {
        return header.stream().flatMap(EntityTags::tags).anyMatch(given -> {
            String opaque = given.startsWith("W/") ? given.substring(2) : given;
            return "*".equals(given) || opaque.equals(tag);
        });
    }

    /**
     * Returns the precondition that {@code If-Match} states, or nothing where it states none: absent or
     * {@code *}. A weak tag never holds.
     */
    static Optional<Precondition> precondition(Optional<String> header, ActorId actor) {
        List<String> tags = header.stream().flatMap(EntityTags::tags).toList();
        if (tags.isEmpty() || tags.contains("*")) {
            return Optional.empty();
        }
        return Optional.of(current -> {
            String start = '"' + issued(current, actor);
            return tags.stream().anyMatch(tag -> tag.startsWith(start) && tag.endsWith("\""));
        });
    }

    private static String issued(CaseView view, ActorId actor) {
        CaseHead head = view.shown().head();
        String bound = view.shown().id().value() + head.chainHash() + actor.value();
        return head.version().number() + "-" + Sha256.hex(bound).substring(0, HALF);
    }

    private static Stream<String> tags(String header) {
        return Stream.of(header.split(",", -1)).map(String::strip).filter(tag -> !tag.isEmpty());
    }
}
