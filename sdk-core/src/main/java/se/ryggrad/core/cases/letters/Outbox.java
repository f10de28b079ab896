package se.ryggrad.core.cases.letters;

import java.util.List;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.json.FaultTexts;

/** Makes messages of the letters that cases send; a message service is one. Thread-safe. */
public interface Outbox {

    /** Is for a system that is no message service: a letter is a member that it does not know. */
    Outbox NONE = new Outbox() {
        @Override
        public List<Fault> faults(CaseLetter letter) {
            return List.of(FaultTexts.at("", FaultCode.UNKNOWN_MEMBER));
        }

        @Override
        public Message message(Caller sender, Addressee.OfParty to, CaseLetter letter) {
            throw new IllegalStateException("this system sends no letters");
        }

        @Override
        public void kept() {
            throw new IllegalStateException("this system sends no letters");
        }
    };

    /** Returns what is wrong with a letter (MSG-006 to MSG-010), at pointers within it. */
    List<Fault> faults(CaseLetter letter);

    /**
     * Makes the message that takes a letter to a party. It is kept by whoever asks, in the transaction of what it tells, and
     * nothing is sent before.
     *
     * @param sender who acts in the case
     */
    Message message(Caller sender, Addressee.OfParty to, CaseLetter letter);

    /** Tells that messages were kept and wait to be sent; costs next to nothing. */
    void kept();
}
