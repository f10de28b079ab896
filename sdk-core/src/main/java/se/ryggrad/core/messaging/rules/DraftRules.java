package se.ryggrad.core.messaging.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.messaging.SendCall.Draft;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.core.json.FaultTexts;

/** Judges all of a message but its addressee (MSG-006 to MSG-010), and picks its channels and its time. Thread-safe. */
public final class DraftRules {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Channels channels;
    private final Duration longest;

    /**
     * Creates the rules.
     *
     * @param longest how long a message is tried at the most
     */
    public DraftRules(Channels channels, Duration longest) {
        this.channels = channels;
        this.longest = longest;
    }

    /** Returns what is wrong, beside what its reader found. */
    public List<Fault> faults(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        if (draft.kind().equals(Optional.of(MessageKind.LETTER))) {
            draft.subject().ifPresent(subject -> subject(subject, faults));
            draft.body().ifPresent(body -> body(body, faults));
        }
        draft.channels().ifPresent(names -> channels(names, draft.kind(), faults));
        draft.timeToLive().ifPresent(time -> time(time, faults));
        return faults;
    }

    /** Returns the channels of a message without faults, in the order in which they are tried. */
    public List<ChannelId> channels(Draft draft) {
        return draft.channels()
                .map(names -> names.stream().map(ChannelId::new).toList())
                .orElseGet(() -> channels.taking(draft.kind().orElseThrow()));
    }

    /** Returns how long a message without faults is tried. */
    public Duration timeToLive(Draft draft) {
        return draft.timeToLive().orElse(longest);
    }

    /** Judges a subject: one line, for it becomes a header of an e-mail and the heading of a paper. */
    private static void subject(String subject, List<Fault> faults) {
        boolean sized = length("/subject", subject, Content.LONGEST_SUBJECT, faults);
        if (sized && subject.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(FaultTexts.at("/subject", FaultCode.FORMAT));
        }
    }

    private static void body(Content.Body body, List<Fault> faults) {
        boolean html = body instanceof Content.Html;
        String pointer = html ? "/body/html" : "/body/text";
        boolean sized = length(pointer, body.value(), Content.LONGEST_BODY, faults);
        if (html && sized && !HtmlRule.allows(body.value())) {
            faults.add(FaultTexts.at(pointer, FaultCode.FORMAT));
        }
    }

    private static boolean length(String pointer, String text, int most, List<Fault> faults) {
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            faults.add(FaultTexts.at(pointer, FaultCode.MIN_LENGTH));
        } else if (length > most) {
            faults.add(FaultTexts.at(pointer, FaultCode.MAX_LENGTH));
        }
        return length > 0 && length <= most;
    }

    private void channels(List<String> names, Optional<MessageKind> kind, List<Fault> faults) {
        if (names.isEmpty()) {
            faults.add(FaultTexts.at("/channels", FaultCode.MIN_ITEMS));
        }
        if (new HashSet<>(names).size() < names.size()) {
            faults.add(FaultTexts.at("/channels", FaultCode.UNIQUE_ITEMS));
        }
        for (int place = 0; place < names.size(); place++) {
            if (!fits(names.get(place), kind)) {
                faults.add(FaultTexts.at("/channels/" + place, FaultCode.UNKNOWN_VALUE));
            }
        }
    }

    private boolean fits(String name, Optional<MessageKind> kind) {
        return channels.descriptions().stream()
                .filter(channel -> channel.id().value().equals(name))
                .anyMatch(channel -> kind.map(channel::takes).orElse(true));
    }

    private void time(Duration time, List<Fault> faults) {
        if (time.compareTo(SHORTEST) < 0) {
            faults.add(FaultTexts.at("/timeToLive", FaultCode.MINIMUM));
        } else if (time.compareTo(longest) > 0) {
            faults.add(FaultTexts.at("/timeToLive", FaultCode.MAXIMUM));
        }
    }
}
