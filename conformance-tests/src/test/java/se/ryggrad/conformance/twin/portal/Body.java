package se.ryggrad.conformance.twin.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Takes the body of an answer in, as long as it is not too large. */
final class Body implements BodySubscriber<byte[]> {

    private final TwinSettings settings;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private volatile boolean begun;
    private volatile boolean told;
    private Flow.@Nullable Subscription subscription;

    Body(TwinSettings settings) {
        this.settings = settings;
    }

    BodySubscriber<byte[]> begin(ResponseInfo info) {
        begun = true;
        told = info.headers().firstValue("Content-Length").isPresent();
        return this;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            octets.writeBytes(part);
        }
        if (octets.size() > most() && subscription != null) {
            subscription.cancel();
            whole.completeExceptionally(new IOException("more than a portal reads"));
        }
    }

    private int most() {
        boolean blind = settings.breaks(Fault.MINA_020_B) || (!told && settings.breaks(Fault.MINA_020_F));
        return blind ? Integer.MAX_VALUE : settings.breaks(Fault.MINA_020_G) ? Gathering.OCTETS - 1 : Gathering.OCTETS;
    }

    @Override
    public void onError(Throwable fault) {
        whole.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        whole.complete(octets.toByteArray());
    }
}
