package se.ryggrad.core.webhooks.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.core.webhooks.address.AddressRule.NotPublicException;

class AddressRuleTest {

    private static final String LISTED = "http://127.0.0.1:9911";

    private final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> names = Map.of(
            "public.example.se", List.of("93.184.216.34", "2606:2800:220:1::1"),
            "mixed.example.se", List.of("93.184.216.34", "10.0.0.1"),
            "inner.example.se", List.of("fd00::1"));
    private final AddressRule rule = new AddressRule(Set.of(LISTED), this::lookup);

    private List<InetAddress> lookup(String name) throws UnknownHostException {
        asked.add(name);
        List<InetAddress> found = new ArrayList<>();
        for (String address : names.getOrDefault(name, List.of())) {
            found.add(InetAddress.getByName(address));
        }
        if (found.isEmpty()) {
            throw new UnknownHostException(name);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1.",
                "2130706433",
                "0x7f000001",
                "0X7F.1",
                "0177.0.0.1",
                "017700000001",
                "127.1",
                "127.0.1",
                "0x7f.0.0x0.01",
                "0",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "0xa9fea9fe",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::ffff:93.184.216.34]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[2001:db8::1]",
                "[2a00:1450::5efe:7f00:1]",
                "[3fff::1]",
                "[fe80::1]",
                "[fe80::1%eth0]",
                "[fe80::1%25eth0]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd00::1]",
                "[ff02::1]",
                "[100::1]",
                "localhost",
                "LOCALHOST.",
                "a.localhost",
                "mixed.example.se",
                "inner.example.se"
            })
    void refusesEveryAddressThatIsNotPublic(String host) {
        Endpoint endpoint = rule.wellFormed("https://" + host + "/handelser").orElseThrow();

        assertThatExceptionOfType(NotPublicException.class).isThrownBy(() -> rule.judged(endpoint.host()));
    }

    @Test
    void refusesAnyInnerAddressInAnySpellingAndAsksNobody() {
        Random random = new Random(20261127);
        for (int time = 0; time < 20_000; time++) {
            long address = inner(random);
            String host = spelled(address, random);

            assertThatExceptionOfType(NotPublicException.class)
                    .as(host)
                    .isThrownBy(() -> rule.judged(
                            rule.wellFormed("https://" + host).orElseThrow().host()));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void readsAnyPublicAddressInAnySpellingAsThatAddress() throws UnknownHostException {
        Random random = new Random(1127);
        for (int time = 0; time < 5_000; time++) {
            long address = 0x5D00_0000L | random.nextInt(1 << 24);
            String host = spelledInParts(address, random);

            assertThat(rule.judged(host)).as(host).containsExactly(InetAddress.getByAddress(octets(address)));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void takesNamesOfWhichEveryAddressIsPublic() throws UnknownHostException {
        assertThat(rule.judged("public.example.se")).hasSize(2);
        assertThat(rule.judged("2606:2800:220:1::1")).hasSize(1);
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> rule.judged("nowhere.example.se"))
                .isNotInstanceOf(NotPublicException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://public.example.se/",
                "http://127.0.0.1:9912/",
                "HTTP://127.0.0.1:9911/",
                "http://127.0.0.1:09911/",
                "http://127.0.0.1:9911@public.example.se/",
                "http://2130706433:9911/",
                "https://user@public.example.se/",
                "https://user:word@public.example.se/",
                "https://public.example.se/#part",
                "https://public.example.se:0/",
                "https://public.example.se:65536/",
                "https://1.2.3.4.5/",
                "https://256.256.256.256/",
                "https://4294967296/",
                "https://09.1.1.1/",
                "https://[::1/",
                "https://[::zz]/",
                "https://\uFF11\uFF12\uFF17.0.0.1/",
                "https://%31%32%37.0.0.1/",
                "https://a\\@b/",
                "https:///a",
                "https:a",
                "ftp://public.example.se/",
                "//public.example.se/",
                "public.example.se",
                ""
            })
    void isNotWellFormed(String url) {
        assertThat(rule.wellFormed(url)).isEmpty();
    }

    @Test
    void exceptsListedOriginsCharacterByCharacter() {
        Endpoint listed = rule.wellFormed(LISTED + "/1/receivers/well?a=b").orElseThrow();

        assertThat(rule.listed(listed)).isTrue();
        assertThat(listed).isEqualTo(new Endpoint(LISTED, "http", "127.0.0.1", 9911, "/1/receivers/well?a=b"));
        assertThat(rule.listed(rule.wellFormed("https://127.0.0.1:9911/").orElseThrow()))
                .isFalse();
    }

    @Test
    void takesAnAddressApart() {
        assertThat(Endpoint.parse("https://Public.Example.SE"))
                .contains(new Endpoint("https://Public.Example.SE", "https", "public.example.se", 443, "/"));
        assertThat(Endpoint.parse("https://a.example:8443//b?c"))
                .contains(new Endpoint("https://a.example:8443", "https", "a.example", 8443, "//b?c"));
    }

    private static long inner(Random random) {
        long[] first = {0x7F00_0000L, 0x0A00_0000L, 0xA9FE_0000L, 0xC0A8_0000L, 0xAC10_0000L, 0x6440_0000L, 0xE000_0000L
        };
        int[] free = {24, 24, 16, 16, 20, 22, 28};
        int which = random.nextInt(first.length);
        return first[which] | (random.nextLong() & ((1L << free[which]) - 1));
    }

    private static String spelled(long address, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "[::ffff:" + dotted(address) + "]";
            case 1 -> String.format(Locale.ROOT, "[::ffff:%x:%x]", address >> 16, address & 0xFFFF);
            case 2 -> String.format(Locale.ROOT, "[64:ff9b::%x:%x]", address >> 16, address & 0xFFFF);
            default -> spelledInParts(address, random);
        };
    }

    private static String spelledInParts(long address, Random random) {
        int parts = 1 + random.nextInt(4);
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < parts - 1; place++) {
            text.append(number(address >> (24 - 8 * place) & 0xFF, random)).append('.');
        }
        text.append(number(address & ((1L << (8 * (5 - parts))) - 1), random));
        return random.nextInt(5) == 0 ? text + "." : text.toString();
    }

    private static String number(long value, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Long.toString(value);
            case 1 -> "0" + Long.toOctalString(value);
            default -> "0x" + Long.toHexString(value);
        };
    }

    private static String dotted(long address) {
        return (address >> 24) + "." + (address >> 16 & 0xFF) + "." + (address >> 8 & 0xFF) + "." + (address & 0xFF);
    }

    private static byte[] octets(long address) {
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }
}
