package se.ryggrad.core.cases.walk;

/**
 * Is one step of a walk: who tries what, and which of several bodies they send.
 *
 * @param actor the name of the actor
 * @param action the action of the table, or {@link #ALLOWED}
 * @param choice picks among bodies
 */
record Step(String actor, String action, int choice) {

    /** Stands for one of the actions that the case allows the actor, so that walks reach far. */
    static final String ALLOWED = "(allowed)";
}
