package se.ryggrad.core.rest.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Plays a servlet container for one request. */
final class ServletDouble {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> answered = new TreeMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final HttpServletRequest request;

    /** Plays a request; it equals itself and nothing else, which is what identity is for. */
    @SuppressWarnings("ReferenceEquality")
    ServletDouble(String path, @Nullable String query, Map<String, List<String>> given) {
        headers.putAll(given);
        request = playing(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getHeader" -> values(arguments[0]).stream().findFirst().orElse(null);
            case "getHeaders" -> Collections.enumeration(values(arguments[0]));
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getAttribute" -> null;
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> 1;
            case "toString" -> "request";
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    HttpServletRequest request() {
        return request;
    }

    /** Returns the request that came through {@code filter}, or nothing when the filter answered. */
    Optional<HttpServletRequest> pass(EdgeFilter filter) throws ServletException, IOException {
        AtomicReference<HttpServletRequest> passed = new AtomicReference<>();
        FilterChain chain = (through, answer) -> passed.set((HttpServletRequest) through);
        filter.doFilter(request, response(), chain);
        return Optional.ofNullable(passed.get());
    }

    @Nullable
    Object status() {
        return answered.get("setStatus");
    }

    @Nullable
    Object contentType() {
        return answered.get("setContentType");
    }

    byte[] body() {
        return body.toByteArray();
    }

    private List<String> values(Object name) {
        return headers.getOrDefault(name.toString(), List.of());
    }

    private HttpServletResponse response() {
        return playing(HttpServletResponse.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getOutputStream")) {
                return new Output(body);
            }
            answered.put(method.getName(), arguments[0]);
            return null;
        });
    }

    private static <T> T playing(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Output extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Output(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int octet) {
            target.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
