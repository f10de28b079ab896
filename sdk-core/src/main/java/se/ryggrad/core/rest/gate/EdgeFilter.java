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
import se.ryggrad.core.rest.PercentEncoding;
import se.ryggrad.core.rest.content.MediaTypes;

/**
 * Hides from the container what it would refuse itself, so that the engine refuses it as the standard says (CORE-001,
 * CORE-059).
 *
 * <p>The container reads address, media type and preferences (RFC 9110 section 12.5) before any filter of the engine,
 * answers a page of its own to what it cannot read, and writes the address to its log. What is left is judged by the
 * engine: an unreadable query has become one parameter that no operation has (CORE-023), and an unreadable media type
 * none.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]++";
    private static final String WEIGHT = "q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)";
    // Possessive throughout: what repeats is then matched in a loop, not one call deeper each time.
    private static final Map<String, Predicate<String>> RANGES = Map.of(
            "accept",
                    matching(TOKEN + "/" + TOKEN + "(\\s*+;\\s*+(" + WEIGHT + "|(?!q=)" + TOKEN + "=(" + TOKEN
                            + "|\"[^\",]*+\")))*+"),
            "accept-language", matching("(\\*|[a-z]{1,8}+(-[a-z0-9]{1,8}+)*+)(\\s*+;\\s*+" + WEIGHT + ")?"));
    private static final Predicate<String> MEDIA_TYPE =
            matching(TOKEN + "/" + TOKEN + "(\\s*+;\\s*+" + TOKEN + "=(" + TOKEN + "|\"[^\",\\\\]*+\"))*+");

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asMatchPredicate();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PercentEncoding.path(request.getRequestURI())) {
            chain.doFilter(sound(request) ? request : new Sound(request), response);
        } else {
            Outside.answer(request, response);
        }
    }

    private static boolean sound(HttpServletRequest request) {
        return PercentEncoding.query(request.getQueryString())
                && Collections.list(request.getHeaders("Content-Type")).stream().allMatch(MEDIA_TYPE)
                && RANGES.entrySet().stream()
                        .allMatch(field -> given(request, field.getKey()).allMatch(field.getValue()));
    }

    private static Stream<String> given(HttpServletRequest request, String field) {
        return Collections.list(request.getHeaders(field)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip);
    }

    /** A request with only what can be read of what was given. */
    private static final class Sound extends HttpServletRequestWrapper {

        private static final String NO_PARAMETER = "query=";
        private static final String TYPE = "content-type";

        private final HttpServletRequest whole;

        Sound(HttpServletRequest whole) {
            super(whole);
            this.whole = whole;
        }

        @Override
        public @Nullable String getQueryString() {
            return PercentEncoding.query(whole.getQueryString()) ? whole.getQueryString() : NO_PARAMETER;
        }

        @Override
        public @Nullable String getContentType() {
            return mediaType().orElse(null);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCleaned(name) ? cleaned(name).orElse(null) : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCleaned(name)
                    ? Collections.enumeration(cleaned(name).stream().toList())
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isCleaned(name) || cleaned(name).isPresent())
                    .toList());
        }

        private static boolean isCleaned(String name) {
            return TYPE.equalsIgnoreCase(name) || RANGES.containsKey(name.toLowerCase(Locale.ROOT));
        }

        private Optional<String> cleaned(String name) {
            return TYPE.equalsIgnoreCase(name) ? mediaType() : ranges(name);
        }

        private Optional<String> mediaType() {
            return Optional.ofNullable(whole.getHeader(TYPE))
                    .flatMap(type -> MEDIA_TYPE.test(type) ? Optional.of(type) : MediaTypes.kept(type));
        }

        private Optional<String> ranges(String name) {
            Predicate<String> range = RANGES.getOrDefault(name.toLowerCase(Locale.ROOT), any -> true);
            return given(whole, name).filter(range).reduce((one, other) -> one + ", " + other);
        }
    }
}
