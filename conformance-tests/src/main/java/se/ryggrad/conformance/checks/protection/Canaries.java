package se.ryggrad.conformance.checks.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Makes words that nobody else has, and searches the whole text of an answer for them. */
final class Canaries {

    private final Nonces nonces;
    private final List<String> contact = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    Canaries(Nonces nonces) {
        this.nonces = nonces;
    }

    /** Returns a word that may be shown. */
    String word() {
        return nonces.word();
    }

    /** Returns a word for a marked member. */
    String contact() {
        return kept(contact, "Gatan " + nonces.word());
    }

    /** Returns a word for a document that comes in. */
    String file() {
        return kept(files, "Intyg " + nonces.word());
    }

    /** Returns a phone number for a marked member. */
    String phone() {
        StringBuilder number = new StringBuilder("+4670");
        for (int i = 0; i < 7; i++) {
            number.append(nonces.below(10));
        }
        return kept(contact, number.toString());
    }

    private static String kept(List<String> words, String word) {
        words.add(word);
        return word;
    }

    /** Fills the form in, with a word in each of its places. */
    ObjectNode form(boolean visit) {
        return Json.object(
                "subject", word(),
                "street", contact(),
                "home", Json.object("floor", word(), "phone", phone()),
                "people",
                        Json.array(
                                Json.object("note", word(), "reachedAt", contact()),
                                Json.object("reachedAt", contact()),
                                Json.object("note", word())),
                "numbers", Json.array(phone(), phone()),
                "visit", visit,
                "place", contact());
    }

    /** Returns the form that is left when the marked members are withheld. */
    static ObjectNode withheld(ObjectNode form) {
        ObjectNode left = form.deepCopy();
        left.remove(List.of("street", "place"));
        ((ObjectNode) left.path("home")).remove("phone");
        left.path("people").forEach(person -> ((ObjectNode) person).remove("reachedAt"));
        left.putArray("numbers");
        return left;
    }

    /** Returns the words of marked members and of documents that came in. */
    List<String> secrets() {
        return Stream.concat(contact.stream(), files.stream()).toList();
    }

    /** Returns the words of marked members. */
    List<String> contacts() {
        return List.copyOf(contact);
    }

    /** Expects that none of the words stands anywhere in an answer. */
    static Answer expectNone(Answer answer, List<String> words) {
        String text = answer.body().text();
        if (words.stream().anyMatch(text::contains)) {
            answer.fail("nothing of what is withheld for the sake of a protected party", "some of it", null);
        }
        return answer;
    }

    /** Expects that each of the words stands somewhere in an answer. */
    static Answer expectAll(Answer answer, List<String> words) {
        String text = answer.body().text();
        if (!words.stream().allMatch(text::contains)) {
            answer.fail("all that the case holds", "some of it is missing", null);
        }
        return answer;
    }
}
