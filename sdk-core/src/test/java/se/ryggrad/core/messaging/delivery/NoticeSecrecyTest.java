package se.ryggrad.core.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.NewMessage;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.messaging.ChannelCalls;
import se.ryggrad.core.messaging.PostOffice;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.work.Places;
import se.ryggrad.core.work.Work;

/**
 * Generates cases of every kind, full of words, and holds what a channel for notices is asked and given to be the same, to the
 * octet, as for a case that says next to nothing: but for the delivery's own id and when it expires (MSG-036).
 */
class NoticeSecrecyTest {

    private static final String PHONE = "+46701740605";
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final List<String> SERVICES = List.of("plain", "manual", "legality", "disposal");
    private static final int CASES = 40;
    private static final LocalDate DUE = LocalDate.of(2027, 12, 1);

    private final PostOffice office = new PostOffice();
    private final World world = office.world;
    private final Dispatcher dispatcher = new Dispatcher(
            office.store,
            new Channels(List.of(office.sms)),
            world.engine,
            World.principals(),
            new Rounds(World.LIMITS, new DeliveryIds(new Random(9))),
            World.LIMITS.noticeLink(),
            world.clock);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void saysTheSameOfEveryCase(int seed) {
        office.store.put(
                People.PRINCIPAL,
                People.identity(People.ANNA),
                new Contact(Optional.empty(), Optional.of(PHONE), List.of(AddressKind.PHONE)));
        Random random = new Random(seed);
        String plain = told(world.submit(People.person(People.ANNA), "plain", "{\"subject\":\"å\"}"));
        assertThat(plain).contains(PHONE, World.LIMITS.noticeLink().toString());
        for (int each = 0; each < CASES; each++) {
            assertThat(told(generated(random))).isEqualTo(plain);
        }
    }

    /** Returns what a channel is asked and given when Karin sends a notice to the applicant of a case. */
    private String told(CaseView view) {
        SendCall call = SendCall.of(NewMessage.notice(PostOffice.to(view)));
        office.service.messaging().send(KARIN, call, office.once());
        List<Work.Round> rounds = dispatcher.begin(new Places(1, Map.of()), Duration.ofSeconds(40));
        rounds.forEach(Work.Round::finish);
        Question question = last(office.sms.questions());
        Delivery delivery = last(office.sms.deliveries());
        return text(ChannelCalls.question(question)) + own(delivery, text(ChannelCalls.delivery(delivery)));
    }

    /** Returns the octets of a delivery without what is its own. */
    private static String own(Delivery delivery, String octets) {
        String expires = JsonTree.parse(new JsonText(octets))
                .at("/expiresAt")
                .flatMap(JsonTree::asText)
                .orElseThrow();
        return octets.replace(delivery.id().value(), "").replace(expires, "");
    }

    private static String text(JsonTree tree) {
        return new String(JsonOutput.bytes(tree), StandardCharsets.UTF_8);
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    /** Returns a case of some service with words of its own in all that parties and officers have written. */
    private CaseView generated(Random random) {
        String service = SERVICES.get(random.nextInt(SERVICES.size()));
        Caller anna = People.person(People.ANNA);
        CaseId id = world.submit(anna, service, "{\"subject\":\"" + words(random) + "\"}")
                .shown()
                .id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        for (int acts = random.nextInt(4); acts > 0; acts--) {
            write(id, random);
        }
        world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        world.clock.advance(Duration.ofMinutes(random.nextInt(600)));
        return world.engine.find(KARIN, id);
    }

    private void write(CaseId id, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> world.act(KARIN, id, Acts.message(words(random), Circle.EVERYBODY));
            case 1 -> world.act(KARIN, id, Acts.note(words(random)));
            default ->
                world.act(KARIN, id, Acts.ask(new Request.Addressee.OfName(words(random)), DUE, Circle.EVERYBODY));
        }
    }

    private static String words(Random random) {
        return random.ints(1 + random.nextInt(12), 'a', 'z')
                .mapToObj(letter -> Character.toString(letter) + "åäö".charAt(letter % 3))
                .collect(Collectors.joining());
    }
}
