package se.ryggrad.conformance.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sources that the suite plays, each with what it does for those of whom nothing is planned.
 *
 * <p>Three good ones are asked for people of both issuers of persons; the others, each bad in its own way, for those of the
 * second issuer alone, so that they cost time in few checks. Six push to the index of a portal that has one (MINA-034 to
 * MINA-056), two of them for people of both issuers; they answer what is planned where the index is not read.
 */
public enum PlayedSource {
    /** Answers what is planned. */
    STEADY,
    /** Answers what is planned. */
    SECOND,
    /** Does what is planned, good or bad. */
    WAVERING,
    /** Never answers. */
    HUNG,
    /** Never ends to answer. */
    DRIPPING,
    /** Answers 500. */
    FAILING,
    /** Answers with half of a JSON text. */
    MALFORMED,
    /** Answers with a good item and one without an English title. */
    MISSHAPEN,
    /** Answers with more than a portal reads. */
    HUGE,
    /** Leads to the trap. */
    MOVED,
    /** Answers 403. */
    REFUSING,
    /** Answers with an item of the person and one of somebody else. */
    FOREIGN,
    /** Is one that the issuer exchanges no token for. */
    UNTARGETED,
    /** Is one that the issuer exchanges a token of somebody else for. */
    MISTAKEN,
    /** Pushes what a check says, and has pushed all a moment ago. */
    PUSHING,
    /** Pushes as {@link #PUSHING} does, by another client. */
    POSTING,
    /** Pushes, and has said so just not too long ago. */
    WANING,
    /** Pushes, and has not said so for some time. */
    AGED,
    /** Pushes, and has not said so for too long. */
    OUTDATED,
    /** Pushes, and has never said that it has pushed all. */
    MUTE;

    private static final String PUSHER = "suite-pusher";
    private static final String POSTER = "suite-poster";

    /** Returns the last part of its id and of its address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the id by which a portal knows it: that of a run, and its own. */
    public String id(int run) {
        return "suite-" + run + "-" + word();
    }

    /** Returns the title in Swedish. */
    public String swedish() {
        return "Provkälla " + word();
    }

    /** Returns the title in English. */
    public String english() {
        return "Test source " + word();
    }

    /** Returns where its links lead. */
    public String origin() {
        return "https://" + word() + ".example.se";
    }

    /** Tells whether it is asked for people of the first issuer of persons too. */
    public boolean isForEverybody() {
        return good().contains(this) || this == PUSHING || this == POSTING;
    }

    /** Returns the client that pushes for it; none for one that is asked. */
    public Optional<String> client() {
        return switch (this) {
            case PUSHING, WANING, AGED, OUTDATED, MUTE -> Optional.of(PUSHER);
            case POSTING -> Optional.of(POSTER);
            default -> Optional.empty();
        };
    }

    /** Tells whether it pushes. */
    public boolean pushes() {
        return client().isPresent();
    }

    /** Returns those that answer what is planned. */
    public static List<PlayedSource> good() {
        return List.of(STEADY, SECOND, WAVERING);
    }

    /** Returns what it does for those of whom nothing is planned. */
    Plan usual() {
        return switch (this) {
            case STEADY, SECOND, WAVERING, PUSHING, POSTING, WANING, AGED, OUTDATED, MUTE -> Plan.of();
            case HUNG -> Plan.of().but(Behaviour.HANGS);
            case DRIPPING -> Plan.of(PlayedItem.of("dripping")).but(Behaviour.DRIPS);
            case FAILING -> Plan.of(PlayedItem.of("failing")).but(Behaviour.FAILS);
            case MALFORMED -> Plan.of(PlayedItem.of("malformed")).but(Behaviour.BREAKS_OFF);
            case MISSHAPEN -> Plan.of(PlayedItem.of("misshapen"), untitled());
            case HUGE -> Plan.of(PlayedItem.of("huge")).but(Behaviour.SWELLS);
            case MOVED -> Plan.of(PlayedItem.of("moved")).but(Behaviour.LEADS_AWAY);
            case REFUSING -> Plan.of(PlayedItem.of("refusing")).but(Behaviour.REFUSES);
            case FOREIGN ->
                Plan.of(PlayedItem.of("own"), PlayedItem.of("foreign").put("for", "somebody-else"));
            case UNTARGETED -> Plan.of(PlayedItem.of("untargeted")).but(Minting.REFUSES);
            case MISTAKEN -> Plan.of(PlayedItem.of("mistaken")).but(Minting.OTHER_AUDIENCE);
        };
    }

    static Optional<PlayedSource> named(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word))
                .findFirst();
    }

    private static ObjectNode untitled() {
        ObjectNode item = PlayedItem.of("untitled");
        ((ObjectNode) item.path("title")).remove("en");
        return item;
    }
}
