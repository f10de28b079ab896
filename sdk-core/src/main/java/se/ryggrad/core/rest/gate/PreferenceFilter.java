package se.ryggrad.core.rest.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides what is no range in {@code Accept} and {@code Accept-Language} (RFC 9110 section 12.5) from the container.
 *
 * <p>The container reads both before any filter of the engine, and answers a page of its own to what it cannot read,
 * where the standard wants a problem (CORE-001, CORE-059). What is left is judged by the engine (CORE-010, CORE-041).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PreferenceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final String WEIGHT = "q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)";
    private static final Map<String, Predicate<String>> RANGES = Map.of(
            "accept",
                    matching(TOKEN + "/" + TOKEN + "(\\s*;\\s*(" + WEIGHT + "|(?!q=)" + TOKEN + "=(" + TOKEN
                            + "|\"[^\",]*\")))*"),
            "accept-language", matching("(\\*|[a-z]{1,8}(-[a-z0-9]{1,8})*)(\\s*;\\s*" + WEIGHT + ")?"));

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asMatchPredicate();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean sound = RANGES.entrySet().stream()
                .allMatch(field -> given(request, field.getKey()).allMatch(field.getValue()));
        chain.doFilter(sound ? request : new Sound(request), response);
    }

    private static Stream<String> given(HttpServletRequest request, String field) {
        return Collections.list(request.getHeaders(field)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip);
    }

    /** A request with only the ranges among what was given. */
    private static final class Sound extends HttpServletRequestWrapper {

        private final HttpServletRequest whole;

        Sound(HttpServletRequest whole) {
            super(whole);
            this.whole = whole;
        }

        private static boolean isPreference(String name) {
            return RANGES.containsKey(name.toLowerCase(Locale.ROOT));
        }

        private Optional<String> ranges(String name) {
            Predicate<String> range = RANGES.getOrDefault(name.toLowerCase(Locale.ROOT), any -> true);
            return given(whole, name).filter(range).reduce((one, other) -> one + ", " + other);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isPreference(name) ? ranges(name).orElse(null) : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isPreference(name)
                    ? Collections.enumeration(ranges(name).stream().toList())
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isPreference(name) || ranges(name).isPresent())
                    .toList());
        }
    }
}
