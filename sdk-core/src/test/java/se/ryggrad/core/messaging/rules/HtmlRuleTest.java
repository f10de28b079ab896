package se.ryggrad.core.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hej</p>",
                "bara text, å ä ö \uD83D\uDE00",
                "<h2>Rubrik</h2><h3>Under</h3><p>a<br/>b<br>c<br />d</p>",
                "<ul><li>ett</li><li><strong>två <em>tre</em></strong></li></ul><ol><li></li></ol>",
                "<p>1 &lt; 2 &amp;&gt; &quot;x&apos; &#229; &#xE5; &#x1F600;</p>",
                "<a href=\"https://example.se/a?b=c&amp;d=e#f\">länk</a>",
                "<a\thref = \"https://example.se\" >länk</a >",
                "<p>a > b</p>",
                "\n<p\n>x</p\n>\n"
            })
    void allowsWhatTheStandardLists(String html) {
        assertThat(HtmlRule.allows(html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<p onclick=\"x\">a</p>",
                "<p class=\"x\">a</p>",
                "<p href=\"https://example.se\">a</p>",
                "<br href=\"https://example.se\"/>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"http://example.se\">a</a>",
                "<a href=\"https://user@example.se\">a</a>",
                "<a href=\"https://user:word@example.se\">a</a>",
                "<a href=\"https:///a\">a</a>",
                "<a href=\"https:example.se\">a</a>",
                "<a href=\"//example.se\">a</a>",
                "<a href=\"java&#115;cript:alert(1)\">a</a>",
                "<a href=\"https://example.se&#10;/\">a</a>",
                "<a href=\"https://example.se\\@evil.example\">a</a>",
                "<a href=\"\">a</a>",
                "<a href='https://example.se'>a</a>",
                "<a href=https://example.se>a</a>",
                "<a href=\"https://example.se\" href=\"https://example.se\">a</a>",
                "<a href=\"https://example.se\" target=\"_blank\">a</a>",
                "<a HREF=\"https://example.se\">a</a>",
                "<a>a</a>",
                "<p>a",
                "a</p>",
                "<p><strong>a</p></strong>",
                "</br>",
                "<br></br>",
                "<P>a</P>",
                "<p>a</P>",
                "<!-- a -->",
                "<?xml version=\"1.0\"?><p>a</p>",
                "<!DOCTYPE html><p>a</p>",
                "<![CDATA[a]]>",
                "a ]]> b",
                "<p>a & b</p>",
                "<p>&nbsp;</p>",
                "<p>&amp</p>",
                "<p>&#0;</p>",
                "<p>&#xD800;</p>",
                "<p>&#x110000;</p>",
                "<p>&#99999999999;</p>",
                "<p>a < b</p>",
                "< p>a</p>",
                "<p>a</ p>",
                "<p / >a",
                "<p/>",
                "<ol><li/></ol>",
                "<a href=\"https://example.se\"/>",
                "<img src=\"https://example.se/a.png\"/>",
                "<style>p{}</style>",
                "<div>a</div>",
                "<h1>a</h1>",
                "<p>\u0000</p>",
                "<p>\u001b</p>",
                "<p>\uD83D</p>",
                "<p>\uFFFE</p>"
            })
    void allowsNothingElse(String html) {
        assertThat(HtmlRule.allows(html)).isFalse();
    }

    @Test
    void boundsHowDeepElementsStand() {
        assertThat(HtmlRule.allows("<em>".repeat(32) + "x<br>" + "</em>".repeat(32)))
                .isTrue();
        assertThat(HtmlRule.allows("<em>".repeat(33) + "x" + "</em>".repeat(33)))
                .isFalse();
        assertThat(HtmlRule.allows("<em>x</em>".repeat(100))).isTrue();
    }

    @Test
    void endsSoonWhateverIsWritten() {
        String deep = "<p>".repeat(6_000);
        assertThat(Duration.ofSeconds(5))
                .satisfies(most -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(most, () -> {
                    assertThat(HtmlRule.allows(deep)).isFalse();
                    assertThat(HtmlRule.allows(deep + "</p>".repeat(6_000))).isFalse();
                    assertThat(HtmlRule.allows("<a" + " ".repeat(20_000))).isFalse();
                    assertThat(HtmlRule.allows("&".repeat(20_000))).isFalse();
                }));
    }
}
