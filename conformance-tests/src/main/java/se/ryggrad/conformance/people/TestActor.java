package se.ryggrad.conformance.people;

import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.issuer.TokenBuilder;

/** Somebody or something that the suite acts as. */
public sealed interface TestActor extends Credential permits Person, Officer, SystemClient {

    /** Returns the login. */
    Login login();

    @Override
    default String bearer() {
        return login().bearer();
    }

    /** Returns a builder of the actor's token, for a check that changes something in it. */
    default TokenBuilder token() {
        return login().token();
    }
}
