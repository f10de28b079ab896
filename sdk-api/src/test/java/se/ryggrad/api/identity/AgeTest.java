package se.ryggrad.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.catalog.GuardianSight;

/** Tests the age that stands in a number, and how far it lets a guardian see (ID-049). */
class AgeTest {

    private static final Identity CHILD = new Identity(IdentityScheme.PERSONNUMMER, "201503149823");
    private static final Identity LEAP = new Identity(IdentityScheme.PERSONNUMMER, "200002299824");

    @Test
    void growsByOneOnEachBirthdayAndOnNoOtherDay() {
        for (Identity who : new Identity[] {CHILD, LEAP}) {
            LocalDate born = who.birthDate().orElseThrow();
            int age = -1;
            for (LocalDate day = born; day.isBefore(born.plusYears(20)); day = day.plusDays(1)) {
                age += day.equals(born.plusYears(age + 1L)) ? 1 : 0;
                assertThat(who.ageOn(day)).as(day.toString()).hasValue(age);
            }
        }
    }

    @Test
    void letsAGuardianSeeToTheDayBeforeTheBirthday() {
        for (Identity who : new Identity[] {CHILD, LEAP}) {
            LocalDate born = who.birthDate().orElseThrow();
            for (int years = 1; years <= 18; years++) {
                GuardianSight sight = GuardianSight.parse("until-age-" + years);
                assertThat(sight.reaches(who.ageOn(born.plusYears(years).minusDays(1))))
                        .isTrue();
                assertThat(sight.reaches(who.ageOn(born.plusYears(years)))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"full,true,true", "none,false,false", "by-officer,false,false", "until-age-18,true,false"})
    void reaches(String code, boolean aChild, boolean somebodyOfUnknownAge) {
        assertThat(GuardianSight.parse(code).reaches(OptionalInt.of(11))).isEqualTo(aChild);
        assertThat(GuardianSight.parse(code).reaches(OptionalInt.empty())).isEqualTo(somebodyOfUnknownAge);
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONNUMMER,199001019802,36",
        "SAMORDNINGSNUMMER,199001619809,36",
        "ORGANISATIONSNUMMER,2120002759,-1",
        "PRID,NO:05068907693,-1"
    })
    void standsInNumbersOfPeople(IdentityScheme scheme, String value, int age) {
        assertThat(new Identity(scheme, value).ageOn(LocalDate.of(2026, 11, 23)).orElse(-1))
                .isEqualTo(age);
    }
}
