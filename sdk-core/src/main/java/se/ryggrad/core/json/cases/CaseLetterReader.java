package se.ryggrad.core.json.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/** Reads the letter that an act sends, and finds what the table of actions cannot say of it (MSG-040, MSG-006 to MSG-010). */
final class CaseLetterReader {

    private static final Set<String> ACTIONS = Set.of("notify-decision", "request", "notify-delay");
    private static final String LETTER = "letter";
    private static final String TEXT = "text";
    private static final String HTML = "html";

    private CaseLetterReader() {}

    /** Returns the faults of the letter in the body of {@code action}, beside those of the table. */
    static List<Fault> faults(String action, JsonTree root) {
        List<Fault> faults = new ArrayList<>();
        if (ACTIONS.contains(action)) {
            Optional<JsonTree.ObjectNode> letter = root.asObject().flatMap(body -> body.object(LETTER));
            letter.flatMap(each -> each.object("body")).ifPresent(body -> body(body, faults));
            letter.ifPresent(each -> channels(each, faults));
            letter.flatMap(each -> each.text("timeToLive"))
                    .filter(text -> Formats.duration(text).isEmpty())
                    .ifPresent(text -> faults.add(FaultTexts.at("/letter/timeToLive", FaultCode.FORMAT)));
        }
        return faults;
    }

    private static void body(JsonTree.ObjectNode body, List<Fault> faults) {
        if (body.member(HTML).isEmpty() && body.member(TEXT).isEmpty()) {
            faults.add(FaultTexts.at("/letter/body/text", FaultCode.REQUIRED));
        } else if (body.member(HTML).isPresent() && body.member(TEXT).isPresent()) {
            faults.add(FaultTexts.at("/letter/body/html", FaultCode.UNKNOWN_MEMBER));
        }
    }

    /** Finds names that no channel could have. */
    private static void channels(JsonTree.ObjectNode letter, List<Fault> faults) {
        List<JsonTree> names = letter.items("channels");
        for (int place = 0; place < names.size(); place++) {
            if (names.get(place)
                    .asText()
                    .filter(name -> !ChannelId.possible(name))
                    .isPresent()) {
                faults.add(FaultTexts.at("/letter/channels/" + place, FaultCode.UNKNOWN_VALUE));
            }
        }
    }

    /** Reads the letter of a body without faults. */
    static Optional<CaseLetter> read(Fields body) {
        return body.maybe(LETTER).map(CaseLetterReader::letter);
    }

    private static CaseLetter letter(Fields letter) {
        return new CaseLetter(
                new Content(
                        letter.text("subject"),
                        letter.maybe("body").map(CaseLetterReader::content).orElseThrow()),
                letter.body().texts("channels").stream().map(ChannelId::new).toList(),
                letter.maybeText("timeToLive").flatMap(Formats::duration));
    }

    private static Content.Body content(Fields body) {
        return body.maybeText(HTML)
                .<Content.Body>map(Content.Html::new)
                .orElseGet(() -> new Content.Text(body.text(TEXT)));
    }
}
