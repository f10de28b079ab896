package se.ryggrad.conformance.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends through a client that keeps connections, over HTTP/1.1, and that adds nothing of its own: no redirect is
 * followed, nothing sent twice, no cookie kept, no coding asked for. Safe for many threads.
 */
public final class ClientTransport implements Transport {

    private static final String NAME = "ryggrad-conformance";
    private static final int MOST_CONNECTIONS = 500;
    private static final TimeValue IDLE = TimeValue.ofSeconds(1);

    private final CloseableHttpClient client;

    /** Creates a transport that gives up when no answer begins, or nothing more of it comes, for the given time. */
    public ClientTransport(Duration timeout) {
        this.client = HttpClients.custom()
                .setConnectionManager(connections(Timeout.of(timeout)))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(timeout))
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(NAME)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public Received send(Sent request) throws IOException {
        return client.execute(translated(request), ClientTransport::received);
    }

    private static HttpClientConnectionManager connections(Timeout timeout) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(IDLE)
                        .build())
                .build();
    }

    private static ClassicHttpRequest translated(Sent sent) {
        HttpUriRequestBase request = new HttpUriRequestBase(sent.method(), URI.create(sent.url()));
        sent.headers().forEach(h -> request.addHeader(h.name(), h.value()));
        if (sent.body().size() > 0) {
            request.setEntity(new ByteArrayEntity(sent.body().bytes(), null));
        }
        return request;
    }

    private static Received received(ClassicHttpResponse response) throws IOException {
        List<Header> headers = Arrays.stream(response.getHeaders())
                .map(h -> new Header(h.getName(), h.getValue()))
                .toList();
        return new Received(response.getCode(), headers, body(response.getEntity()));
    }

    private static Octets body(HttpEntity entity) throws IOException {
        return entity == null
                ? Octets.none()
                : Octets.of(BoundedAnswer.of(entity.getContent()).readAllBytes());
    }
}
