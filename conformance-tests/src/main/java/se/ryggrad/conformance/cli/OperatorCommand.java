package se.ryggrad.conformance.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.channel.OperatorServer;
import se.ryggrad.conformance.channel.Operators;
import se.ryggrad.conformance.channel.Reply;
import se.ryggrad.conformance.cli.option.HostPort;
import se.ryggrad.conformance.doctor.Obstacle;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.wire.Redaction;
import tools.jackson.databind.JsonNode;

/**
 * Plays the operator of a channel for somebody who tries a system by hand, and shows what it is sent.
 *
 * <p>Identity numbers are taken out of what is shown; phone numbers and addresses are not.
 */
@Command(
        name = "operator",
        mixinStandardHelpOptions = true,
        description = "Plays the operator of a channel, and shows the letters and notices that a system sends.")
final class OperatorCommand extends SpokenCommand {

    /** A channel for letters and one for text messages, as the reference server is told of them. */
    private static final List<String> LINES = List.of(
            "ryggrad.channel.shown-letters.url=%s",
            "ryggrad.channel.shown-letters.kinds=letter",
            "ryggrad.channel.shown-letters.title.sv=Brev som visas",
            "ryggrad.channel.shown-letters.title.en=Letters that are shown",
            "ryggrad.channel.shown-letters.token=%2$s",
            "ryggrad.channel.shown-sms.url=%s",
            "ryggrad.channel.shown-sms.kinds=notice",
            "ryggrad.channel.shown-sms.address=phone",
            "ryggrad.channel.shown-sms.title.sv=Sms som visas",
            "ryggrad.channel.shown-sms.title.en=Text messages that are shown",
            "ryggrad.channel.shown-sms.token=%2$s");

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostPort.Converter.class,
            defaultValue = "127.0.0.1:9700",
            description = "Where the operator listens (default ${DEFAULT-VALUE}); port 0 takes any that is free.")
    private HostPort address = new HostPort("127.0.0.1", 9700);

    @Option(
            names = "--answer",
            paramLabel = "HOW",
            defaultValue = "delivered",
            description =
                    "delivered (default), accepted (a receipt would follow), refused (for ever) or later (not now).")
    private Answer answer = Answer.delivered;

    @Override
    public Integer call() throws InterruptedException {
        try (OperatorServer operator = listen()) {
            String url = "http://" + address.host() + ":" + operator.port();
            out().println(texts().get("operator.ready", url));
            LINES.forEach(line -> out().println(line.formatted(url, Operators.TOKEN)));
            out().println();
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE;
    }

    private OperatorServer listen() {
        try {
            return OperatorServer.listen(
                    new InetSocketAddress(address.host(), address.port()),
                    Operators.TOKEN,
                    answer.reply(),
                    called -> show(called.json()));
        } catch (IOException taken) {
            throw (Obstacle) Obstacle.of("trouble.listen", Blame.CONFIGURATION, address, taken.getMessage())
                    .initCause(taken);
        }
    }

    private void show(JsonNode delivery) {
        boolean letter = delivery.path("kind").asString("").equals("letter");
        print(
                "",
                letter ? "operator.letter" : "operator.notice",
                delivery.path("delivery").asString(""));
        print("  ", "operator.from", delivery.at("/sender/name").asString(""));
        print("  ", "operator.to", recipient(delivery.path("recipient")));
        List<String> lines = letter
                ? List.of(delivery.path("subject").asString(""), body(delivery.path("body")))
                : List.of(
                        delivery.at("/text/sv").asString(""),
                        delivery.at("/text/en").asString(""),
                        delivery.path("link").asString(""));
        lines.stream().flatMap(String::lines).forEach(line -> out().println("  | " + printable(line)));
        out().println();
        out().flush();
    }

    private void print(String margin, String key, String value) {
        out().println(margin + texts().get(key, printable(value)));
    }

    /** Takes out identity numbers, and what a terminal would obey rather than show. */
    private static String printable(String text) {
        return Redaction.of(text).replaceAll("\\p{Cc}", "\uFFFD");
    }

    private static String body(JsonNode body) {
        return body.path("text").asString(body.path("html").asString(""));
    }

    /** Returns who is written to, but for an identity number. */
    private static String recipient(JsonNode recipient) {
        String scheme = recipient.at("/identity/scheme").asString("");
        String address =
                recipient.path("phone").asString(recipient.path("email").asString(""));
        return scheme.isEmpty() ? address : scheme + " [identity number]";
    }

    /** What a delivery is answered. */
    enum Answer {
        delivered,
        accepted,
        refused,
        later;

        private Reply reply() {
            return switch (this) {
                case delivered -> Reply.of(200);
                case accepted -> Reply.of(202);
                case refused -> Reply.of(400, "{\"reason\":\"rejected\"}");
                case later -> Reply.of(503);
            };
        }
    }
}
