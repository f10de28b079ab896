package se.ryggrad.api.minasidor.index;

/** Lists what becomes of a change that is pushed. */
public enum Intake {
    /** It holds now. */
    DONE,
    /** It held already. */
    AGAIN,
    /** The index has a later version, or another content of this one. */
    OUTDATED,
    /** The owner has as many items of the source as there may be. */
    FULL
}
