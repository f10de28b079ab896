package se.ryggrad.conformance.twin.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Judges where events may be sent. */
final class Address {

    private static final int LONGEST = 500;
    private static final Pattern FORM =
            Pattern.compile("(?<origin>(?i:(?<scheme>https?)://)(?<authority>[^/?#]+))(?<rest>[/?].*|#.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<user>[^@]*@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@]+)(:(?<port>[0-9]{1,5}))?");

    private final TwinSettings settings;

    Address(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the code of what is wrong with an address, if something is. */
    Optional<String> fault(String url) {
        int longest = breaks(Fault.EVT_011_F) ? LONGEST - 1 : LONGEST;
        if (url.length() > longest && !breaks(Fault.EVT_011_D)) {
            return Optional.of("max-length");
        }
        var form = FORM.matcher(url);
        if (!form.matches() || !isUri(url) || !isWhole(form)) {
            return Optional.of("format");
        }
        boolean listed = isListed(form.group("origin"));
        boolean secure = form.group("scheme").equalsIgnoreCase("https");
        if (!secure && !listed && !breaks(Fault.EVT_011_A)) {
            return Optional.of("format");
        }
        String host = host(form);
        probe(host, form);
        return listed || isPublic(host) ? Optional.empty() : Optional.of("address-refused");
    }

    private static boolean isUri(String url) {
        try {
            return !new URI(url).isOpaque();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isWhole(Matcher form) {
        var authority = AUTHORITY.matcher(form.group("authority"));
        if (!authority.matches()) {
            return false;
        }
        String port = authority.group("port");
        boolean anonymous = authority.group("user") == null || breaks(Fault.EVT_011_B);
        String rest = form.group("rest") == null ? "" : form.group("rest");
        boolean whole = !rest.contains("#") || breaks(Fault.EVT_011_C);
        return anonymous && whole && (port == null || Integer.parseInt(port) <= 65_535);
    }

    private boolean isListed(String origin) {
        boolean listed = settings.origins().contains(origin);
        return listed
                || (breaks(Fault.EVT_012_F) && settings.origins().contains(origin.replaceFirst("^https", "http")));
    }

    private static String host(Matcher form) {
        var authority = AUTHORITY.matcher(form.group("authority"));
        return authority.matches() ? authority.group("host") : "";
    }

    /** A broken twin looks whether somebody is there. */
    private void probe(String host, Matcher form) {
        var authority = AUTHORITY.matcher(form.group("authority"));
        boolean own = host.equals("127.0.0.1") && authority.matches() && authority.group("port") != null;
        if (own && breaks(Fault.EVT_012_G)) {
            try (var socket = new Socket(host, Integer.parseInt(authority.group("port")))) {
                socket.shutdownOutput();
            } catch (IOException e) {
                // nobody is there
            }
        }
    }

    private boolean isPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (breaks(Fault.EVT_012_A)) {
            return !name.matches(
                    "127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|localhost|0\\.0\\.0\\.0|\\[::1]|\\[f.*");
        }
        if (name.matches("(.*\\.)?localhost")) {
            return false;
        }
        var numbers = Network.parsed(name);
        if (numbers.isPresent()) {
            return isPublic(numbers.get());
        }
        return !name.matches("(.*\\.)?(0x[0-9a-f]*|[0-9]+)") && isPublicByName(name);
    }

    private boolean isPublicByName(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name)).allMatch(a -> isPublic(a.getAddress()));
        } catch (UnknownHostException e) {
            return !name.startsWith("[");
        }
    }

    private boolean isPublic(byte[] octets) {
        var embedded = Network.embedded(octets);
        if (embedded.isPresent()) {
            boolean forgotten = octets[0] == 0
                    && (octets[1] == 0x64 ? breaks(Fault.EVT_012_C) : octets[10] != 0 && breaks(Fault.EVT_012_B));
            return forgotten || isPublic(embedded.get());
        }
        return Network.RESERVED.stream().noneMatch(network -> network.holds(octets) && !isForgotten(network.text()));
    }

    private boolean isForgotten(String network) {
        return switch (network) {
            case "169.254.0.0/16", "fe80::/10" -> breaks(Fault.EVT_012_D);
            case "fc00::/7" -> breaks(Fault.EVT_012_E);
            case "224.0.0.0/4", "ff00::/8", "100.64.0.0/10" -> breaks(Fault.EVT_012_H);
            default -> false;
        };
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
