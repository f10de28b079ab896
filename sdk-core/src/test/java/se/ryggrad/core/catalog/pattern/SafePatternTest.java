package se.ryggrad.core.catalog.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the language of patterns and the bound on their choices (CAT-011, CAT-023). */
class SafePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]+$",
                "^(ab)+$",
                "^(?:ab){2,3}c?$",
                "^(a|b)c+$",
                "^\\(a+\\)+$",
                "^[(+|)]+(x)?$",
                "^\\d{4}-\\w\\p{Lu}$",
                "^[\\d\\p{L}_-]$",
                "^[^a-z\\]\\\\]$",
                "^[-+]{1,255}$",
                "å.ä"
            })
    void allowsPatternsOfTheLanguage(String pattern) {
        assertThat(SafePattern.allows(pattern, 100)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|aa)*$",
                "^((a)+)+$",
                "^((a|b)c){2}$",
                "^(?=a)b$",
                "^(?!a)b$",
                "(?<=a)b",
                "(?<name>a)\\k<name>",
                "^(a)\\1$",
                "^(a{2})+$",
                "^(?i:a)$",
                "^[\\Q[\\E]((a|a)+)+[b]]$",
                "\\c[((a|a)+)+\\c]",
                "\\c)\\c)",
                "^\\Qa\\E$",
                "^a+?$",
                "^a++$",
                "^a{256}$",
                "^a{3,2}$",
                "^a{,2}$",
                "^\\s$",
                "^\\p{Greek}$",
                "^[a[b]]$",
                "^[z-a]$",
                "^[a-\\d]$",
                "^[+-/a-]-b]$",
                "^[]$",
                "^()$",
                "a|b",
                "a^",
                "a$b",
                "(",
                ")",
                "[a",
                "a{1",
                "}",
                "\\",
                ""
            })
    void refusesAllElse(String pattern) {
        assertThat(SafePattern.allows(pattern, 100)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^a*a*a*a*x$;300;false",
                "^a*a*x$;300;true",
                "^a*a*x$;316;false",
                "^a*a*x$;315;true",
                "a+x;1000;false",
                "a+x;315;true",
                "^(a|a)(a|a)(a|a)$;1000;true",
                "^a{0,99}a{0,99}a{0,9}$;10;true",
                "^a{0,99}a{0,99}a{0,10}$;10;false",
                "^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?$;16;true",
                "^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?$;17;false",
                "^a{2,}b{2,}$;400;false"
            })
    void boundsTheChoices(String pattern, int longest, boolean allowed) {
        assertThat(SafePattern.allows(pattern, longest)).isEqualTo(allowed);
    }

    @Test
    void refusesPatternsOfMoreThanTwoHundredCharacters() {
        assertThat(SafePattern.allows("^" + "a".repeat(199), 100)).isTrue();
        assertThat(SafePattern.allows("^" + "a".repeat(200), 100)).isFalse();
        assertThat(SafePattern.allows("^" + "😀".repeat(199), 100)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^a$;a;true",
                "^a$;ab;false",
                "b;abc;true",
                "^[a-cå]{2,3}$;åbc;true",
                "^[^a-c]$;b;false",
                "^[-a]$;-;true",
                "^[a-]$;b;false",
                "^[a&&b]$;&;true",
                "^\\d{2}(?:x|\\.)$;12.;true",
                "^\\d{2}(?:x|\\.)$;12-;false",
                "^\\p{Lu}\\w+$;Öa_1;true",
                "^\\p{Lu}\\w+$;öa_1;false",
                "^.$;😀;true"
            })
    void runsPatterns(String pattern, String text, boolean passes) {
        assertThat(SafePattern.of(pattern, 100).passes(text)).isEqualTo(passes);
    }

    @Test
    void endsAtTheEndOfTheTextAlone() {
        assertThat(SafePattern.of("^a$", 100).passes("a\n")).isFalse();
        assertThat(SafePattern.of("^.$", 100).passes("\n")).isFalse();
        assertThat(SafePattern.of("^.$", 100).passes("\u2028")).isFalse();
    }

    @Test
    void triesNoTextThatIsTooLong() {
        assertThat(SafePattern.of("^b$", 1).passes("aa")).isTrue();
        assertThat(SafePattern.of("^b$", 1).passes("😀")).isFalse();
    }
}
