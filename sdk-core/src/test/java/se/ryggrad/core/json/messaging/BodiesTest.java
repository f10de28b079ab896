package se.ryggrad.core.json.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.messaging.ReceiptCall;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;

class BodiesTest {

    private static final String ANNA = "{'scheme':'personnummer','value':'" + People.ANNA + "'}";
    private static final String SOUND =
            "{'kind':'letter','to':{'identity':" + ANNA + "},'subject':'å','body':{'text':'b'}}";
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void readsALetter() {
        SendCall.Draft draft = draft(SOUND.replace("'subject'", "'channels':['a','B?'],'timeToLive':'P14D','subject'"));

        assertThat(draft.faults()).isEmpty();
        assertThat(draft.kind()).contains(MessageKind.LETTER);
        assertThat(draft.identity()).contains(People.identity(People.ANNA));
        assertThat(draft.subject()).contains("å");
        assertThat(draft.body()).contains(new Content.Text("b"));
        assertThat(draft.channels()).contains(List.of("a", "B?"));
        assertThat(draft.timeToLive()).contains(Duration.ofDays(14));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | '' type",
                "{} | /kind required, /to required",
                "{'kind':'letter','to':{}} | /body required, /subject required, /to required",
                "{'kind':'letter','to':[],'subject':1,'body':'b'} | /body type, /subject type, /to type",
                "{'kind':'post','to':{'identity':ANNA}} | /kind unknown-value",
                "{'kind':'notice','to':{'identity':ANNA},'subject':'a','body':{}} | /body unknown-member, /subject unknown-member",
                "{'kind':'notice','to':{'case':'x'}} | /to/case format, /to/party required",
                "{'kind':'notice','to':{'case':1,'party':'x'}} | /to/case type, /to/party format",
                "{'kind':'notice','to':{'case':'7b0c1f52-3d7e-4a5c-9a55-0d2f4c6e8a10','identity':{}}} | /to/identity unknown-member, /to/party required",
                "{'kind':'notice','to':{'identity':{}}} | /to/identity/scheme required, /to/identity/value required",
                "{'kind':'notice','to':{'identity':{'scheme':'none','value':''}}} | /to/identity/scheme unknown-value",
                "{'kind':'notice','to':{'identity':{'scheme':'personnummer','value':'1'}}} | /to/identity/value format",
                "{'kind':'letter','to':{'identity':ANNA},'subject':'a','body':{}} | /body/text required",
                "{'kind':'letter','to':{'identity':ANNA},'subject':'a','body':{'text':'a','html':'b'}} | /body/html unknown-member",
                "{'kind':'notice','to':{'identity':ANNA},'channels':'a'} | /channels type",
                "{'kind':'notice','to':{'identity':ANNA},'channels':['a',1]} | /channels/1 type",
                "{'kind':'notice','to':{'identity':ANNA},'timeToLive':'P1Y'} | /timeToLive format",
                "{'kind':'notice','to':{'identity':ANNA},'timeToLive':1} | /timeToLive type"
            })
    void namesWhatIsWrongWithAMessage(String body, String faults) {
        assertThat(shown(draft(body).faults())).isEqualTo(faults.replace("''", ""));
    }

    @Test
    void knowsWhoNamesSomebody() {
        assertThat(SendReader.call(document(SOUND)).named()).isTrue();
        assertThat(SendReader.call(document("{'to':{'identity':1,'case':'x'}}")).named())
                .isTrue();
        assertThat(SendReader.call(document("{'to':{'case':'x'}}")).named()).isFalse();
        assertThat(SendReader.call(document("[]")).named()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1",
        "P1D, 86400",
        "P1DT1H1M1S, 90061",
        "PT90M, 5400",
        "P0D, 0",
        "PT0S, 0",
        "P007D, 604800",
    })
    void readsDurations(String text, long seconds) {
        assertThat(Formats.duration(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "P", "PT", "P1DT", "1D", "P1Y", "P1M", "P1W", "PT1.5S", "-P1D", "P-1D", "pt1s", "'PT1S '", "PT1S1H", "P1D1H",
        "PT1D", "T1H", "P١D"
    })
    void readsNothingElseAsADuration(String text) {
        assertThat(Formats.duration(text)).isEmpty();
    }

    @Test
    void readsADurationBeyondAllBounds() {
        assertThat(Formats.duration("P" + "9".repeat(1_000_000) + "D")).contains(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(Formats.duration("P1DT" + "9".repeat(20) + "S")).contains(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(Formats.duration("P1DT" + "0".repeat(20) + "1S")).contains(Duration.ofSeconds(86_401));
        assertThat(Formats.duration("P1000000000000DT1S")).contains(Duration.ofSeconds(86_400_000_000_000_001L));
    }

    @Test
    void tellsTheMessagesOfABatchApart() {
        JsonDocument batch = document("{'messages':[" + SOUND + ",1,{'kind':'letter'}]}");
        Fault far = FaultTexts.at("/messages/2/body/x", FaultCode.NUMBER_OUT_OF_RANGE);

        List<SendCall> calls = SendReader.calls(new JsonDocument(batch.root(), List.of(far)));

        assertThat(shown(calls.get(0).body().get().faults())).isEmpty();
        assertThat(shown(calls.get(1).body().get().faults())).isEqualTo(" type");
        assertThat(shown(calls.get(2).body().get().faults()))
                .isEqualTo("/body required, /body/x number-out-of-range, /subject required, /to required");
    }

    @Test
    void refusesABatchOfNothingOrOfTooMuch() {
        String many = IntStream.range(0, 101).mapToObj(each -> "{}").collect(Collectors.joining(","));

        assertThat(refused(() -> SendReader.calls(document("[]")))).isEqualTo(" type");
        assertThat(refused(() -> SendReader.calls(document("{}")))).isEqualTo("/messages required");
        assertThat(refused(() -> SendReader.calls(document("{'messages':{}}")))).isEqualTo("/messages type");
        assertThat(refused(() -> SendReader.calls(document("{'messages':[]}")))).isEqualTo("/messages min-items");
        assertThat(refused(() -> SendReader.calls(document("{'messages':[" + many + "]}"))))
                .isEqualTo("/messages max-items");
    }

    @Test
    void readsAReceipt() {
        ReceiptCall failed = ReceiptReader.call(
                document("{'delivery':'x','outcome':'failed','reason':'bounced','at':'2026-11-27T10:00:00+01:00'}"),
                NOW);
        ReceiptCall delivered = ReceiptReader.call(
                document("{'delivery':'x','outcome':'delivered','reason':'bounced','at':'2026-11-27T08:00:00Z'}"), NOW);

        Instant ahead = NOW.plusSeconds(60);
        ReceiptCall early =
                ReceiptReader.call(document("{'delivery':'x','outcome':'delivered','at':'" + ahead + "'}"), NOW);

        assertThat(early.body().get().at()).isEqualTo(ahead);
        assertThat(failed.delivery()).contains("x");
        assertThat(failed.body().get().failure()).contains(Reason.BOUNCED);
        assertThat(delivered.body().get().failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /at required, /delivery required, /outcome required",
                "{'delivery':'x','outcome':'accepted','at':'2026-11-27T09:01:00.001Z'} | /at date-in-future, /outcome unknown-value",
                "{'delivery':'x','outcome':'failed','at':'2026-11-27'} | /at format, /reason required",
                "{'delivery':'x','outcome':'failed','reason':'x','at':'2026-11-27T09:00:00'} | /at offset-missing, /reason unknown-value",
                "{'delivery':1,'outcome':1,'reason':1,'at':1} | /at type, /delivery type, /outcome type, /reason type"
            })
    void namesWhatIsWrongWithAReceipt(String body, String faults) {
        ReceiptCall call = ReceiptReader.call(document(body), NOW);

        assertThat(refused(() -> call.body().get())).isEqualTo(faults);
    }

    @Test
    void readsHowSomebodyWantsToBeTold() {
        assertThat(ContactReader.read(document("{'phone':'+46701740605','notices':['sms']}")))
                .isEqualTo(new Contact(Optional.empty(), Optional.of("+46701740605"), List.of(AddressKind.PHONE)));
        assertThat(ContactReader.read(document("{'notices':[]}"))).isEqualTo(Contact.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /notices required",
                "{'notices':{}} | /notices type",
                "{'notices':['sms','email']} | /email required, /phone required",
                "{'notices':['post',1]} | /notices/1 type",
                "{'notices':['post']} | /notices/0 unknown-value",
                "{'phone':'+46701740605','notices':['sms','sms']} | /notices unique-items",
                "{'phone':'0701740605','email':'a','notices':['sms']} | /email format, /phone format",
                "{'phone':'+46 701740605','notices':[]} | /phone format",
                "{'phone':'+1234567890123456','notices':[]} | /phone format",
                "{'phone':null,'notices':['sms']} | /phone type",
                "{'email':'LONG@example.se','notices':[]} | /email format",
                "{'email':'a\\u0001b@example.se','notices':[]} | /email format",
                "{'email':'a\\u009fb@example.se','notices':[]} | /email format",
                "{'email':'a,b@example.se','notices':[]} | /email format",
                "{'email':'a;b@example.se','notices':[]} | /email format",
                "{'email':'a<b@example.se','notices':[]} | /email format",
                "{'email':'a>b@example.se','notices':[]} | /email format"
            })
    void namesWhatIsWrongWithContactData(String body, String faults) {
        assertThat(refused(() -> ContactReader.read(document(body.replace("LONG", "a".repeat(65))))))
                .isEqualTo(faults);
    }

    @Test
    void readsWhatToDoWithALetter() {
        assertThat(LetterActionReader.read(document("{'action':'read'}"))).isTrue();
        assertThat(LetterActionReader.read(document("{'action':'unread'}"))).isFalse();
        assertThat(refused(() -> LetterActionReader.read(document("{'action':'delete'}"))))
                .isEqualTo("/action unknown-value");
        assertThat(refused(() -> LetterActionReader.read(document("{}")))).isEqualTo("/action required");
    }

    private static SendCall.Draft draft(String body) {
        return SendReader.call(document(body.replace("ANNA", ANNA))).body().get();
    }

    private static JsonDocument document(String body) {
        return new JsonDocument(JsonTree.parse(new JsonText(body.replace('\'', '"'))), List.of());
    }

    private static String refused(ThrowingCallable call) {
        return shown(
                catchThrowableOfType(RyggradException.class, call).problem().faults());
    }

    private static String shown(List<Fault> faults) {
        return faults.stream()
                .sorted()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .collect(Collectors.joining(", "));
    }
}
