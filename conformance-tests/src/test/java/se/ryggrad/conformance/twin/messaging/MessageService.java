package se.ryggrad.conformance.twin.messaging;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.TwinSettings.Principal;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.messaging.delivery.Courier;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;

/** The message service of one principal: what it takes, what it sends and what people read. */
public final class MessageService implements AutoCloseable {

    private final Courier courier;
    private final List<Route> routes;

    /** Begins without a message. */
    public MessageService(World world, Principal principal, Clock clock) {
        var mailroom = new Mailroom();
        courier = new Courier(world, principal, mailroom, clock);
        world.post(new CasePost(world, mailroom, courier));
        routes = Stream.of(
                        new Messages(world, mailroom, courier).routes(),
                        new Receipts(world, mailroom, courier).routes(),
                        new Inbox(world, mailroom, principal).routes(),
                        new OwnContact(world, mailroom).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the operations. */
    public List<Route> routes() {
        return routes;
    }

    /** Sends nothing more. */
    @Override
    public void close() {
        courier.close();
    }
}
