package se.ryggrad.core.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.events.SubscriptionWriter;
import se.ryggrad.core.webhooks.address.Endpoint;
import se.ryggrad.core.webhooks.call.Letter;
import se.ryggrad.core.webhooks.call.Receivers;
import se.ryggrad.core.webhooks.call.Reply;

/** Asks receivers whether they want to be sent anything (EVT-015). Thread-safe. */
final class Challenger {

    private static final int OK = 200;
    private static final JsonInput INPUT = new JsonInput(JsonLimits.DEFAULT);

    private final Receivers receivers;
    private final Dice dice;

    Challenger(Receivers receivers, Dice dice) {
        this.receivers = receivers;
        this.dice = dice;
    }

    /**
     * Returns how it went to ask the receiver of {@code subscription}: taken when it gives a new challenge back.
     *
     * @param wanted whether it is still to be asked
     */
    WebhookRounds.Result ask(Subscription subscription, BooleanSupplier wanted) {
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(dice.salt());
        Reply reply = receivers.post(letter(
                subscription,
                dice.uuid().toString(),
                Letter.Kind.CHALLENGE,
                JsonOutput.text(SubscriptionWriter.challenge(challenge)),
                wanted));
        if (reply instanceof Reply.Unwanted) {
            return WebhookRounds.Result.UNSENT;
        }
        return reply instanceof Reply.Answered answered
                        && answered.status() == OK
                        && given(answered.body()).filter(challenge::equals).isPresent()
                ? WebhookRounds.Result.TAKEN
                : WebhookRounds.Result.FAILED;
    }

    private static Optional<String> given(String body) {
        try {
            return INPUT.parse(body.getBytes(StandardCharsets.UTF_8))
                    .root()
                    .at("/challenge")
                    .flatMap(JsonTree::asText);
        } catch (RyggradException other) {
            return Optional.empty();
        }
    }

    /** Returns the letter that says {@code body} to the receiver of {@code subscription}. */
    static Letter letter(Subscription subscription, String id, Letter.Kind kind, String body, BooleanSupplier wanted) {
        Endpoint to = Endpoint.parse(subscription.wish().url()).orElseThrow();
        return new Letter(to, subscription.secret(), id, kind, body, wanted);
    }
}
