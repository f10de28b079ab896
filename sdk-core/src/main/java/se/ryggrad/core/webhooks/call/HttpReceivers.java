package se.ryggrad.core.webhooks.call;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import se.ryggrad.core.webhooks.address.AddressRule;
import se.ryggrad.core.webhooks.address.Lookup;
import se.ryggrad.core.webhooks.address.Lookups;

/**
 * Calls receivers over HTTP, signed as Standard Webhooks says (EVT-020). Thread-safe.
 *
 * <p>A name is looked up at each call, all its addresses are judged, and the connection goes to one of these: nobody can show
 * one address to the judge and another to the caller (EVT-012). So no connection is kept. No redirect is followed (EVT-026),
 * nothing is sent twice by itself. DNS, connection and answer have 10 seconds together; the status of an event's answer ends the
 * call, and a challenge's answer is read to 4096 octets: what would come after that is not waited for.
 */
public final class HttpReceivers implements Receivers, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpReceivers.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final int MOST_OCTETS = 4096;
    private static final int MOST_CONNECTIONS = 1000;
    private static final int MOST_LOOKUPS = 512;
    private static final int OF_ONE_NAME = 64;
    private static final String WANTED = "ryggrad.wanted";

    private final AddressRule rule;
    private final Clock clock;
    private final Duration deadline;
    private final Lookups lookups = new Lookups(MOST_LOOKUPS, OF_ONE_NAME);
    private final CloseableHttpClient judging;
    private final CloseableHttpClient trusting;
    private final ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor(HttpReceivers::daemon);

    /**
     * Creates the caller.
     *
     * @param rule judges addresses
     */
    public HttpReceivers(AddressRule rule, Clock clock) {
        this(rule, clock, DEADLINE);
    }

    HttpReceivers(AddressRule rule, Clock clock, Duration deadline) {
        this.rule = rule;
        this.clock = clock;
        this.deadline = deadline;
        this.judging = client(new Resolver(lookups, rule::judged, deadline), deadline);
        this.trusting = client(new Resolver(lookups, Lookup.PLATFORM, deadline), deadline);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ryggrad-webhook-deadline");
        thread.setDaemon(true);
        return thread;
    }

    private static CloseableHttpClient client(DnsResolver resolver, Duration deadline) {
        return HttpClients.custom()
                .setConnectionManager(connections(resolver, Timeout.of(deadline)))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(deadline))
                        .setConnectionRequestTimeout(Timeout.of(deadline))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Ryggrad")
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), WANTED, new Gate())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static HttpClientConnectionManager connections(DnsResolver resolver, Timeout timeout) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
    }

    @Override
    public Reply post(Letter letter) {
        boolean listed = rule.listed(letter.to());
        if (!listed && !letter.to().encrypted()) {
            return new Reply.Silent();
        }
        HttpPost request = request(letter);
        Future<?> end = bell.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answered(listed ? trusting : judging, request, letter);
        } catch (UnwantedException late) {
            return new Reply.Unwanted();
        } catch (IOException | RuntimeException broken) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "a receiver did not answer: {0}",
                    broken.getClass().getName());
            return new Reply.Silent();
        } finally {
            end.cancel(false);
        }
    }

    private static Reply answered(CloseableHttpClient client, HttpPost request, Letter letter) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(WANTED, letter.wanted());
        HttpHost host = new HttpHost(
                letter.to().scheme(), letter.to().host(), letter.to().port());
        ClassicHttpResponse response = client.executeOpen(host, request, context);
        try {
            String body = letter.kind() == Letter.Kind.CHALLENGE ? body(response) : "";
            return new Reply.Answered(response.getCode(), body);
        } finally {
            request.cancel(); // first, since who closes an answer reads it to its end
            closed(response);
        }
    }

    private static void closed(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException cut) {
            LOG.log(System.Logger.Level.TRACE, "an answer was cut off", cut);
        }
    }

    @Override
    public void close() throws IOException {
        bell.shutdownNow();
        lookups.close();
        judging.close();
        trusting.close();
    }

    private HttpPost request(Letter letter) {
        long seconds = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost("/");
        request.setPath(letter.to().target());
        request.setHeader("webhook-id", letter.id());
        request.setHeader("webhook-timestamp", Long.toString(seconds));
        request.setHeader("webhook-signature", signature(letter, seconds));
        request.setHeader("Connection", "close");
        request.setEntity(new ByteArrayEntity(
                letter.body().getBytes(StandardCharsets.UTF_8),
                ContentType.create(letter.kind().mediaType())));
        return request;
    }

    private static String signature(Letter letter, long seconds) {
        try {
            return new Webhook(letter.secret()).sign(letter.id(), seconds, letter.body());
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("every platform has HMAC-SHA256", impossible);
        }
    }

    private static String body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        byte[] octets = entity.getContent().readNBytes(MOST_OCTETS + 1);
        return octets.length > MOST_OCTETS ? "" : new String(octets, StandardCharsets.UTF_8);
    }

    /** Looks names up, as long as a call may take. */
    private record Resolver(Lookups lookups, Lookup lookup, Duration deadline) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return lookups.within(deadline, host, () -> lookup.addresses(host)).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Asks, when a connection is there, whether anything is still to go over it. */
    private static final class Gate implements ExecChainHandler {

        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException, HttpException {
            if (scope.clientContext.getAttribute(WANTED) instanceof BooleanSupplier wanted && !still(wanted)) {
                throw new UnwantedException();
            }
            return chain.proceed(request, scope);
        }

        /** Asks; what fails on our side is no fault of the receiver's. */
        private static boolean still(BooleanSupplier wanted) {
            try {
                return wanted.getAsBoolean();
            } catch (RuntimeException ours) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "nobody could tell whether something is still to be sent: {0}",
                        ours.getClass().getName());
                return false;
            }
        }
    }

    /** Says that something is not to be sent any more. */
    private static final class UnwantedException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
