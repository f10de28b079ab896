package se.ryggrad.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"^[a-z]+$", "^(ab)+$", "^(?:ab){2,3}c?$", "^(a|b)c+$", "^\\(a+\\)+$", "^[(+|)]+(x)?$", "a{1"})
    void allowsPatternsWithinBounds(String pattern) {
        boolean compiles = !pattern.equals("a{1");
        assertThat(SafePattern.allows(pattern)).isEqualTo(compiles);
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
                "(",
                "[a"
            })
    void refusesPatternsThatCouldRunForEver(String pattern) {
        assertThat(SafePattern.allows(pattern)).isFalse();
    }

    @Test
    void refusesPatternsOfMoreThanTwoHundredCharacters() {
        assertThat(SafePattern.allows("a".repeat(200))).isTrue();
        assertThat(SafePattern.allows("a".repeat(201))).isFalse();
    }
}
