package se.ryggrad.conformance.channel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operators of one run: {@code mailbox} and {@code post} take letters, {@code sms} and {@code email} notices.
 *
 * <p>An operator is {@code {url}/{name}}, and {@code {url}/elsewhere} is an address that nobody is to call. Safe for many
 * threads.
 */
public final class Operators {

    /** The names of the operators, each the end of its address and of the channel's id. */
    public static final List<String> NAMES = List.of("mailbox", "post", "sms", "email");

    /** The token that a system calls them with. */
    public static final String TOKEN = "suite-channel-token";

    private final String url;
    private final Map<String, Operator> named;
    private final ConcurrentMap<String, List<Called>> elsewhere = new ConcurrentHashMap<>();
    private boolean searched;
    private @Nullable String prefix;

    /** Creates the operators that a system finds below an address. */
    public Operators(String url) {
        this.url = url;
        this.named = Map.of(
                "mailbox", new Operator(TOKEN),
                "post", new Operator(TOKEN),
                "sms", new Operator(TOKEN),
                "email", new Operator(TOKEN));
    }

    /** Returns the id of the client that sends the receipts of an operator. */
    public static String client(String operator) {
        return List.of("mailbox", "sms").contains(operator) ? "suite-mailbox" : "suite-post";
    }

    /** Returns the operator of a name. */
    public Operator named(String name) {
        return Optional.ofNullable(named.get(name)).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    /** Returns every call that any of them got so far. */
    public List<Called> calls() {
        return named.values().stream()
                .flatMap(operator -> operator.calls().stream())
                .toList();
    }

    /** Returns an address that nobody is to call, another for each word. */
    public String elsewhere(String word) {
        return url + "/elsewhere/" + word;
    }

    /** Returns the calls to that address. */
    public List<Called> strays(String word) {
        return List.copyOf(elsewhere.getOrDefault(word, List.of()));
    }

    /**
     * Returns how the system under test calls the channels of these operators: what stands before the operator's name in
     * their ids. It is looked for once in a run; empty if it does not know them.
     */
    public synchronized Optional<String> prefix(Supplier<Optional<String>> search) {
        if (!searched) {
            prefix = search.get().orElse(null);
            searched = true;
        }
        return Optional.ofNullable(prefix);
    }

    /** Answers a call to a path below the address. */
    public void answer(HttpExchange exchange, String below) throws IOException {
        String name = below.substring(0, Math.max(below.indexOf('/'), 0));
        String rest = below.substring(name.isEmpty() ? 0 : name.length() + 1);
        Optional<Operator> operator = Optional.ofNullable(named.get(name));
        Optional<Asked> asked = Asked.at(rest);
        if (operator.isPresent() && asked.isPresent()) {
            operator.get().answer(exchange, asked.get());
        } else if (name.equals("elsewhere")) {
            elsewhere
                    .computeIfAbsent(rest, r -> new CopyOnWriteArrayList<>())
                    .add(Called.of(Asked.DELIVERY, exchange, ""));
            Asked.REACHABILITY.good().play(exchange);
        } else {
            Reply.of(404).play(exchange);
        }
    }
}
