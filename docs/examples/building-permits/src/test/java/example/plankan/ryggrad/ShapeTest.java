package example.plankan.ryggrad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;

/** Tests that the example is what the guide says of it. */
class ShapeTest {

    private static final int MOST_LINES = 600;
    private static final Path GUIDE = Path.of("../../guide/put-the-sdk-before-an-existing-system.md");
    private static final Path ADAPTER = Path.of("src/main/java/example/plankan/ryggrad");

    @Test
    void keepsPlankanIgnorantOfTheStandard() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("example.plankan");
        assertThat(all).hasSizeGreaterThan(10);
        noClasses()
                .that()
                .resideInAPackage("example.plankan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.ryggrad..", "example.plankan.ryggrad..")
                .check(all);
    }

    @Test
    void isReadWholeInAnHour() throws IOException {
        int lines = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertThat(lines).isBetween(1, MOST_LINES);
    }

    @Test
    void standsInTheGuideAsItIsCompiled() throws IOException {
        String sources = plain(Files.readString(ADAPTER.resolve("PlankanRegister.java")))
                + plain(Files.readString(ADAPTER.resolve("PlankanCases.java")));
        String[] blocks = Files.readString(GUIDE).split("```java\n", -1);
        assertThat(blocks).hasSize(3);
        assertThat(Arrays.stream(blocks).skip(1).map(block -> plain(block.split("```", 2)[0])))
                .allSatisfy(shown -> assertThat(sources).contains(shown));
    }

    private static String plain(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Test
    void hasAWordForWhateverIsListed() {
        List<Enum<?>[]> vocabularies = List.of(
                CaseStatus.values(), Party.Role.values(), CaseDocument.Direction.values(), Decision.Kind.values());
        assertThat(vocabularies.stream().flatMap(Arrays::stream))
                .allSatisfy(constant -> assertThat(Ordlista.word(constant)).isNotEqualTo(constant.name()));
    }
}
