package se.ryggrad.conformance.twin.messaging;

import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.CaseFile;
import se.ryggrad.conformance.twin.cases.Party;
import se.ryggrad.conformance.twin.cases.Post;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.messaging.delivery.Courier;
import se.ryggrad.conformance.twin.messaging.delivery.Mailroom;
import se.ryggrad.conformance.twin.messaging.delivery.Message;
import se.ryggrad.conformance.twin.messaging.delivery.Order.To;
import tools.jackson.databind.node.ObjectNode;

/** Makes messages of the letters that cases send. */
final class CasePost implements Post {

    private final World world;
    private final Mailroom mailroom;
    private final Courier courier;

    CasePost(World world, Mailroom mailroom, Courier courier) {
        this.world = world;
        this.mailroom = mailroom;
        this.courier = courier;
    }

    @Override
    public List<FieldFault> faults(ObjectNode letter) {
        return Draft.faults(world, letter);
    }

    @Override
    public String keep(ObjectNode letter, CaseFile file, Party party) {
        var order = Draft.letter(world, letter, new To(party.identity(), file.id(), party.id()));
        var message = new Message(order, "", courier.now(), world.settings());
        message.tellsCase();
        mailroom.keep(message);
        return message.id();
    }

    @Override
    public void send(String id) {
        mailroom.message(id).ifPresent(courier::next);
    }

    @Override
    public void again(String caseId) {
        for (var before : mailroom.ofCase(caseId)) {
            var message = new Message(before.order(), "", courier.now(), world.settings());
            mailroom.keep(message);
            courier.next(message);
        }
    }

    @Override
    public void await(String caseId) {
        List<Message> letters;
        synchronized (world) {
            letters = mailroom.ofCase(caseId);
        }
        new Sending(world, mailroom, courier).await(letters, Fault.MSG_041_A);
    }
}
