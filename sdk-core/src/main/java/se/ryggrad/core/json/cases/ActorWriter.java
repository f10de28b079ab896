package se.ryggrad.core.json.cases;

import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.core.json.JsonTree;

/** Writes who acted or read: never a name or an identity number (schema {@code actor-ref}). */
public final class ActorWriter {

    private ActorWriter() {}

    /** Writes a reference to an actor. */
    public static JsonTree.ObjectNode actor(ActorRef actor) {
        return JsonTree.object()
                .put("kind", actor.kind())
                .putText("id", actor.id().map(id -> id.value()))
                .putText("unit", actor.unit().map(unit -> unit.value()))
                .put("right", actor.right())
                .putText("acr", actor.level().map(level -> level.uri()))
                .putText("for", actor.onBehalfOf().map(party -> party.value().toString()))
                .build();
    }
}
