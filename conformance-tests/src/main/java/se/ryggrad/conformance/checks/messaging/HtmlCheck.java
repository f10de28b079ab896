package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.channel.Called;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Line;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** Checks which html a letter may have. */
@ConformanceCheck
class HtmlCheck {

    private static final List<String> GOOD = List.of(
            "Bara text utan element.",
            "<p>Hej!</p><p>Vi ses.</p>",
            "<p>rad<br/>rad<br>rad</p>",
            "<ul><li>ett</li><li><strong>två</strong></li></ul>",
            "<ol><li><em>ett</em></li></ol>",
            "<h2>Rubrik</h2><h3>Underrubrik</h3>",
            "<p><a href=\"https://www.example.se/sida?a=1&amp;b=2#del\">mer</a></p>",
            "<p><strong><em>både</em></strong></p>",
            "<p>&amp; &lt; &gt; &quot; &apos; &#229; &#xE5;</p>",
            "<p>åäö 🌲 \"citat\" 'citat'</p>",
            "<p>rad\nrad</p>",
            "<em>".repeat(32) + "x" + "</em>".repeat(32));

    private static final List<String> BAD_ELEMENTS = List.of(
            "<script>alert(1)</script>",
            "<p><strong><script>alert(1)</script></strong></p>",
            "<style>p{}</style>",
            "<img src=\"https://example.se/a.png\"/>",
            "<iframe src=\"https://example.se/\"></iframe>",
            "<svg><p>x</p></svg>",
            "<div>x</div>",
            "<h1>x</h1>",
            "<P>x</P>",
            "<p>x</P>",
            "<x:p xmlns:x=\"http://www.w3.org/1999/xhtml\">x</x:p>");

    private static final List<String> BAD_ATTRIBUTES = List.of(
            "<p onclick=\"x()\">x</p>",
            "<p style=\"color:red\">x</p>",
            "<p class=\"x\">x</p>",
            "<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>",
            "<br class=\"x\"/>",
            "<a>x</a>",
            "<a href=\"https://example.se/\" target=\"_blank\">x</a>",
            "<a onclick=\"x()\" href=\"https://example.se/\">x</a>",
            "<a href=\"https://example.se/\" href=\"https://example.se/\">x</a>",
            "<a HREF=\"https://example.se/\">x</a>",
            "<a href='https://example.se/'>x</a>",
            "<a href=https://example.se/>x</a>");

    private static final List<String> BAD_LINKS = List.of(
            "<a href=\"http://example.se/\">x</a>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\" javascript:alert(1)\">x</a>",
            "<a href=\"java&#115;cript:alert(1)\">x</a>",
            "<a href=\"data:text/html,x\">x</a>",
            "<a href=\"mailto:prov@example.se\">x</a>",
            "<a href=\"https://anna@example.se/\">x</a>",
            "<a href=\"https://anna:hemlig@example.se/\">x</a>",
            "<a href=\"//example.se/\">x</a>",
            "<a href=\"/sida\">x</a>",
            "<a href=\"https://\">x</a>",
            "<a href=\"https://example.se/ x\">x</a>",
            "<a href=\"\">x</a>");

    private static final List<String> BAD_FORMS = List.of(
            "<p>x",
            "x</p>",
            "<p><strong>x</p></strong>",
            "<ul><li>x</ul>",
            "<p/>",
            "<ul><li/></ul>",
            "<a href=\"https://example.se/\"/>",
            "<em>".repeat(33) + "x" + "</em>".repeat(33),
            "<p>a < b</p>",
            "<p>a & b</p>",
            "<p>&nbsp;</p>",
            "<p>&okänd;</p>",
            "<p>&#0;</p>",
            "<p>x</p><!-- kommentar -->",
            "<p>a<!-- b -->c</p>",
            "<![CDATA[x]]>",
            "<p><![CDATA[<b>]]></p>",
            "<?xml version=\"1.0\"?><p>x</p>",
            "<p><?php x ?></p>",
            "<!DOCTYPE p><p>x</p>",
            "<!DOCTYPE p [<!ENTITY e \"x\">]><p>&e;</p>");

    @Requirement("MSG-007")
    @Test
    void msg007_takesTheElementsOfALetter(People people, Messages messages) {
        ObjectNode letter = Letters.letter(people.person());
        for (String html : GOOD) {
            messages.send(with(letter, html)).hint("Good html: " + html).expect(202);
        }
        Line mailbox = messages.mailbox();
        for (String html : List.of(GOOD.get(2), GOOD.get(6), GOOD.get(8), GOOD.get(9))) {
            Person person = people.person();
            messages.sent(with(Letters.letter(person, mailbox), html));
            Called given = mailbox.expectDeliveries(person, 1).get(0);
            if (!given.json().path("body").equals(Json.object("html", html))) {
                throw ConformanceFailure.of(
                        "the html of the letter, character by character: " + html,
                        given.json().path("body").toString());
            }
        }
    }

    @Requirement("MSG-007")
    @Test
    void msg007_refusesOtherElements(People people, Messages messages) {
        expectRefused(people, messages, BAD_ELEMENTS);
    }

    @Requirement("MSG-007")
    @Test
    void msg007_refusesAttributes(People people, Messages messages) {
        expectRefused(people, messages, BAD_ATTRIBUTES);
    }

    @Requirement("MSG-007")
    @Test
    void msg007_refusesOtherLinks(People people, Messages messages) {
        expectRefused(people, messages, BAD_LINKS);
    }

    @Requirement("MSG-007")
    @Test
    void msg007_refusesWhatIsNotWellFormed(People people, Messages messages) {
        expectRefused(people, messages, BAD_FORMS);
    }

    private static void expectRefused(People people, Messages messages, List<String> bad) {
        ObjectNode letter = Letters.letter(people.person());
        messages.send(with(letter, GOOD.get(1))).expect(202);
        for (String html : bad) {
            messages.send(with(letter, html))
                    .hint("This html may not be sent: " + html)
                    .expectProblem(422, "validation")
                    .expectErrors("/body/html format");
        }
    }

    private static ObjectNode with(ObjectNode letter, String html) {
        return letter.deepCopy().set("body", Json.object("html", html));
    }
}
