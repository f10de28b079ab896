package se.ryggrad.conformance.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the published page equal to the standard that it shows. */
final class SpecificationPageTest {

    private static final Path FOLDER = Path.of("..", "docs", "specification");
    private static final String COMMAND = "mvn -pl conformance-tests -am test -Dtest=SpecificationPageTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Dryggrad.regenerate=true";
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile(" href=\"#([^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void thePublishedPageIsCurrent(Language language) throws IOException {
        Path file = FOLDER.resolve(language.tag() + ".html");
        String html = SpecificationPage.in(language).html();
        if (Boolean.getBoolean("ryggrad.regenerate")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, html);
        }
        assertThat(file).as("Make the page again: %s", COMMAND).exists();
        assertThat(Files.readString(file).equals(html))
                .as("%s is current. Make it again: %s", file, COMMAND)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyRequirementStandsOnceInTheChapters(Language language) {
        List<String> placed = SpecificationPage.in(language).placedRequirements();
        assertThat(placed).doesNotHaveDuplicates();
        assertThat(placed)
                .containsExactlyInAnyOrderElementsOf(
                        new Standard().requirements().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsToOneAnchor(Language language) {
        String html = SpecificationPage.in(language).html();
        List<String> anchors = found(ID, html);
        assertThat(anchors).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        assertThat(Set.copyOf(anchors)).containsAll(found(LINK, html));
    }

    @ParameterizedTest
    @EnumSource
    void everyListItemSaysSomethingInTheOrderOfItsList(Language language) {
        assertThat(SpecificationPage.in(language).html())
                .doesNotContainPattern("<li>\\s*(?:<[ou]l|</li>)")
                .doesNotContain("<ol start");
    }

    @ParameterizedTest
    @EnumSource
    void thePageNeedsNothingElse(Language language) {
        assertThat(SpecificationPage.in(language).html())
                .doesNotContain("<script", "<link", "<img", "@import", "url(http", "${");
    }

    private static List<String> found(Pattern pattern, String html) {
        Function<MatchResult, String> first = match -> match.group(1);
        return pattern.matcher(html).results().map(first).collect(Collectors.toList());
    }
}
