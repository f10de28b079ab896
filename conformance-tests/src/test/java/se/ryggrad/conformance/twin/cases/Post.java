package se.ryggrad.conformance.twin.cases;

import java.util.List;
import se.ryggrad.conformance.twin.http.FieldFault;
import tools.jackson.databind.node.ObjectNode;

/** Takes the letters that cases send; to be called under the lock of the world. */
public interface Post {

    /** Returns what is wrong with a letter, at pointers within it. */
    List<FieldFault> faults(ObjectNode letter);

    /** Keeps a letter without faults to a party of a case, and returns the id of its message; it is not sent yet. */
    String keep(ObjectNode letter, CaseFile file, Party party);

    /** Sends what was kept. */
    void send(String id);

    /** By a fault, sends all letters of a case once more. */
    void again(String caseId);

    /** By a fault, waits for the first channel of each letter of a case; to be called without the lock. */
    void await(String caseId);
}
