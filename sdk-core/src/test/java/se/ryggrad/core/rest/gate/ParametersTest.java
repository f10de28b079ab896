package se.ryggrad.core.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.core.identity.ActorKind;

class ParametersTest {

    private static final Set<String> KNOWN = Set.of(
            "page", "limit", "count", "status", "service", "unit", "officer", "updatedSince", "q", "audience", "after");

    @ParameterizedTest
    @CsvSource({
        "page,0,minimum",
        "page,x,type",
        "page,1.5,type",
        "page,-1,minimum",
        "page,99999999999,maximum",
        "limit,0,minimum",
        "limit,101,maximum",
        "count,yes,type",
        "status,gone,unknown-value",
        "service,A b,format",
        "officer,you,format",
        "updatedSince,2026-11-23T12:00:00,offset-missing",
        "updatedSince,2026-11-23,format",
        "updatedSince,2026-11-23T12:00:60Z,format",
        "audience,dog,unknown-value",
        "sort,x,unknown-parameter"
    })
    void namesWhatIsWrong(String name, String value, String code) {
        Parameters parameters = read(name, value, ActorKind.OFFICER);
        assertThat(parameters.faults())
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .containsExactly(name + ' ' + code);
    }

    @ParameterizedTest
    @CsvSource({
        "page,1",
        "limit,100",
        "count,true",
        "status,in-progress",
        "officer,me",
        "officer,none",
        "updatedSince,2026-11-23T12:00:00.5+01:00",
        "q,å"
    })
    void takesWhatIsRight(String name, String value) {
        assertThat(read(name, value, ActorKind.OFFICER).faults()).isEmpty();
    }

    @Test
    void refusesRepetitionAndOfficialFiltersOfPersons() {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.addAll("page", "1", "2");
        query.add("unit", "unit-a");
        Parameters parameters = new Parameters(100);
        parameters.read(query, KNOWN, Optional.of(ActorKind.PERSON));
        assertThat(parameters.faults())
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .containsExactlyInAnyOrder("page duplicate-parameter", "unit unknown-parameter");
    }

    @Test
    void repeatsNoOddName() {
        assertThat(read("197001019806", "x", ActorKind.OFFICER).faults().toString())
                .doesNotContain("1970");
    }

    private static Parameters read(String name, String value, ActorKind kind) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.add(name, value);
        Parameters parameters = new Parameters(100);
        parameters.read(query, KNOWN, Optional.of(kind));
        return parameters;
    }
}
