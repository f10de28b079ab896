package se.ryggrad.conformance.checks.webhooks;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.receiver.Receiver;
import se.ryggrad.conformance.receiver.Trap;

/** Checks that nothing is sent to an address that is not public, however it is written. */
@ConformanceCheck
class AddressCheck {

    /** The machine itself, in the spellings that resolvers and libraries take. */
    private static final List<String> OWN = List.of(
            "127.0.0.1",
            "127.0.0.2",
            "127.1",
            "127.0.1",
            "2130706433",
            "0x7f.1",
            "0x7f000001",
            "0X7F.0.0.1",
            "0177.0.0.1",
            "017700000001",
            "127.0.0.1.",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "0.0.0.0",
            "0",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b::127.0.0.1]",
            "[2002:7f00:1::]");

    /** Others that are not public: private, link-local, unique local, shared, of groups, reserved. */
    private static final List<String> OTHERS = List.of(
            "10.0.0.1",
            "167772161",
            "172.16.0.1",
            "172.31.255.254",
            "192.168.0.1",
            "192.168.257",
            "0xc0.0xa8.0.1",
            "169.254.169.254",
            "2852039166",
            "[fe80::1]",
            "[fd00::1]",
            "[fc00::1]",
            "[fec0::1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:a9fe:a9fe]",
            "[64:ff9b::a00:1]",
            "[64:ff9b:1::a00:1]",
            "[2002:a00:1::1]",
            "100.64.0.1",
            "198.18.0.1",
            "192.0.0.1",
            "192.0.2.1",
            "203.0.113.7",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "[ff02::1]",
            "[2001:db8::1]");

    /** A connection that is opened while an answer is given may take so long to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(500);

    private static final int ROUNDS = 2;

    @Requirement("EVT-012")
    @Test
    void evt012_opensNoConnectionToItsOwnMachine(Webhooks webhooks) {
        webhooks.send(Webhooks.wish(webhooks.receiver(), Webhooks.MESSAGE)).expect(201);
        for (String host : OWN) {
            expectRefused(webhooks, "https://" + host + "/handelser");
        }
        boolean sprung = true;
        for (int round = 0; sprung && round < ROUNDS; round++) {
            sprung = isSprung(webhooks);
        }
        if (sprung) {
            throw ConformanceFailure.of("no connection to the machine that the suite runs on", "connections");
        }
    }

    /** Tells whether a connection comes to a port that urls have. One may come from elsewhere, but not twice. */
    private static boolean isSprung(Webhooks webhooks) {
        try (Trap trap = Trap.open()) {
            for (String host : OWN) {
                expectRefused(webhooks, "https://" + host + ":" + trap.port() + "/handelser");
            }
            return trap.isSprung(ON_ITS_WAY);
        }
    }

    @Requirement("EVT-012")
    @Test
    void evt012_refusesWhatIsNotPublic(Webhooks webhooks) {
        webhooks.send(Webhooks.wish(webhooks.receiver(), Webhooks.MESSAGE)).expect(201);
        for (String host : OTHERS) {
            expectRefused(webhooks, "https://" + host + "/handelser");
        }
    }

    @Requirement("EVT-012")
    @Test
    void evt012_exceptsAListedOriginCharacterByCharacter(Webhooks webhooks) {
        Receiver receiver = webhooks.receiver();
        webhooks.send(Webhooks.wish(receiver, Webhooks.MESSAGE)).expect(201);
        URI url = URI.create(receiver.url());
        if (url.getScheme().equals("http") && url.getHost().equals("127.0.0.1")) {
            String rest = ":" + url.getPort() + url.getPath();
            expectRefused(webhooks, "https://127.0.0.1" + rest);
            for (String host : List.of("2130706433", "0x7f.1", "localhost", "127.1", "[::ffff:127.0.0.1]")) {
                webhooks.expectFaults(Json.object("url", "http://" + host + rest), "/url format");
            }
            webhooks.expectFaults(
                    Json.object("url", "http://127.0.0.1:" + url.getPort() + "0" + url.getPath()), "/url format");
        }
    }

    private static void expectRefused(Webhooks webhooks, String url) {
        webhooks.send(Json.object("url", url))
                .hint("The host leads to an address that is not public: " + url)
                .expectProblem(422, "validation")
                .expectErrors("/url address-refused");
    }
}
