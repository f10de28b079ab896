package se.ryggrad.core.client;

import java.util.Optional;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.client.http.Ask;
import se.ryggrad.core.client.http.Calls;
import se.ryggrad.core.client.http.Query;
import se.ryggrad.core.client.http.Reply;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.client.ReadingReader;

/** Lets the auditor of an authority of another system read who has read its cases. Thread-safe. */
final class RemoteAudit implements AccessAudit {

    private final Calls calls;

    RemoteAudit(Calls calls) {
        this.calls = calls;
    }

    @Override
    public void requireAuditor(Caller caller, AuthorityId authority) {
        read(caller, authority, Optional.empty(), 1);
    }

    @Override
    public Written<Seal> seal(Caller caller, Call call, Once<Seal> once) {
        call.body().run();
        Ask ask = Ask.write(
                caller,
                of(call.authority()) + "/seals",
                JsonTree.ObjectNode.EMPTY,
                once.claim().key());
        return Outcomes.first(once, calls.send(ask).read(ReadingReader::seal));
    }

    @Override
    public Stretch read(Caller caller, AuthorityId authority, Optional<String> after, int limit) {
        String path = new Query()
                .with("after", after)
                .with("limit", Integer.toString(limit))
                .at(of(authority));
        return calls.send(Ask.read(caller, path))
                .read(json -> new Stretch(
                        Reply.items(json, ReadingReader::entry),
                        json.text("next").orElseThrow()));
    }

    private static String of(AuthorityId authority) {
        return "/authorities/" + authority.value() + "/access-log";
    }
}
