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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;

/** Tests that the example is what the guide says of it. */
class ShapeTest {

    private static final int MOST_LINES = 600;

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
    void hasAWordForWhateverIsListed() {
        List<Enum<?>[]> vocabularies = List.of(
                CaseStatus.values(), Party.Role.values(), CaseDocument.Direction.values(), Decision.Kind.values());
        assertThat(vocabularies.stream().flatMap(Arrays::stream))
                .allSatisfy(constant -> assertThat(Ordlista.word(constant)).isNotEqualTo(constant.name()));
    }
}
