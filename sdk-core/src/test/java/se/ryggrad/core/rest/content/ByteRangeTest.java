package se.ryggrad.core.rest.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-3|0|4|true|false",
                "bytes=3-|3|7|true|false",
                "bytes=-4|6|4|true|false",
                "bytes=-99|0|10|true|false",
                "bytes=9-99|9|1|true|false",
                "bytes=9-99999999999999999999999|9|1|true|false",
                "bytes=-99999999999999999999999|0|10|true|false",
                "bytes=99999999999999999999999-|0|0|true|true",
                "bytes=10-|0|0|true|true",
                "bytes=-0|0|0|true|true",
                "bytes=5-3|0|10|false|false",
                "bytes=0-1,3-4|0|10|false|false",
                "items=0-1|0|10|false|false",
                "bytes=-|0|10|false|false",
                "bytes=a-b|0|10|false|false"
            })
    void readsRanges(String header, long from, long length, boolean partial, boolean outside) {
        assertThat(ByteRange.parse(header, 10)).isEqualTo(new ByteRange(from, length, partial, outside));
    }
}
