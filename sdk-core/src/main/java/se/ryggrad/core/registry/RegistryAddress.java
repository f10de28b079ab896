package se.ryggrad.core.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says where a registry answers and whose people it knows.
 *
 * <p>{@link #toString()} never shows the token.
 *
 * @param name the registry's name
 * @param url its address, without a slash at its end
 * @param issuers the issuers whose people it knows
 * @param timeout how long an answer may take, to its last byte
 * @param token what it is asked with, as a bearer token
 * @param answers what it is asked
 */
public record RegistryAddress(
        String name,
        URI url,
        Set<String> issuers,
        Duration timeout,
        Optional<String> token,
        Set<RegistryQuestion> answers) {

    /** How long a registry may take that nothing is said of. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

    /** How long the registries of one issuer may take together over one question; a request may put several. */
    public static final Duration MOST_TIME = Duration.ofSeconds(8);

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    /** Rejects what cannot be asked, or cannot be waited for. */
    public RegistryAddress {
        issuers = Set.copyOf(issuers);
        answers = Set.copyOf(answers);
        boolean plain = url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        if (!plain) {
            throw new IllegalArgumentException("the url of registry " + name + " is an http or https address");
        }
        if (issuers.isEmpty()) {
            throw new IllegalArgumentException("registry " + name + " knows the people of at least one issuer");
        }
        if (token.filter(text -> !TOKEN.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException("the token of registry " + name + " is no bearer token");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MOST_TIME) > 0) {
            throw new IllegalArgumentException("the timeout of registry " + name + " is at most " + MOST_TIME);
        }
    }

    /** Creates the address of a registry that is asked everything. */
    public RegistryAddress(String name, URI url, Set<String> issuers, Duration timeout, Optional<String> token) {
        this(name, url, issuers, timeout, token, Set.of(RegistryQuestion.values()));
    }

    /**
     * Checks that nobody waits too long: the registries of one issuer are asked one after another.
     *
     * @throws IllegalArgumentException when they may take more than {@link #MOST_TIME} together
     */
    public static void check(List<RegistryAddress> all) {
        all.stream().flatMap(each -> each.issuers().stream()).distinct().forEach(issuer -> {
            Duration together = all.stream()
                    .filter(each -> each.issuers().contains(issuer))
                    .map(RegistryAddress::timeout)
                    .reduce(Duration.ZERO, Duration::plus);
            if (together.compareTo(MOST_TIME) > 0) {
                throw new IllegalArgumentException(
                        "the registries of issuer " + issuer + " take more than " + MOST_TIME + " together");
            }
        });
    }

    /** Returns whether nobody on the way can read along. */
    public boolean encrypted() {
        return "https".equals(url.getScheme());
    }

    @Override
    public String toString() {
        return "RegistryAddress[" + name + "]";
    }
}
