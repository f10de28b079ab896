package se.ryggrad.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Is one section of one law, as rows of the table and requirements name it.
 *
 * @param law the law, without its number in the statute book
 * @param chapter the chapter, for example {@code 5 kap.}; empty where a law has none
 * @param section the number of the section or article; 0 where a law is named as a whole
 * @param mark what follows the number or leads it: {@code §}, {@code a §}, {@code artikel}
 */
record Provision(String law, String chapter, int section, String mark) implements Comparable<Provision> {

    private static final Pattern SECTIONS = Pattern.compile("(.+?) (\\d+ kap\\. )?([\\d, -]+?) ?(a )?§§?");
    private static final Pattern ARTICLE = Pattern.compile("(GDPR|eIDAS) arti(?:kel|cle) (\\d+)(.*)");
    private static final Pattern STATUTE = Pattern.compile(" \\(\\d{4}:\\d+\\)");

    /** Returns the provisions that a source names, in its order. */
    static List<Provision> of(String source) {
        return Stream.of(source.split(";", -1))
                .map(String::strip)
                .flatMap(Provision::each)
                .toList();
    }

    private static Stream<Provision> each(String part) {
        Matcher article = ARTICLE.matcher(part);
        if (article.matches()) {
            int number = Integer.parseInt(article.group(2));
            return Stream.of(new Provision(article.group(1), "", number, "artikel" + article.group(3)));
        }
        Matcher sections = SECTIONS.matcher(part);
        if (!sections.matches()) {
            return Stream.of(new Provision(name(part), "", 0, ""));
        }
        String chapter = sections.group(2) == null ? "" : sections.group(2).strip();
        String mark = sections.group(4) == null ? "§" : "a §";
        return Stream.of(sections.group(3).split(",", -1))
                .map(String::strip)
                .flatMapToInt(Provision::numbers)
                .mapToObj(number -> new Provision(name(sections.group(1)), chapter, number, mark));
    }

    private static IntStream numbers(String range) {
        String[] ends = range.split("-", -1);
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    private static String name(String law) {
        String plain = law.startsWith("lag (") ? law : STATUTE.matcher(law).replaceAll("");
        String whole = plain.equals("OSL") ? "Offentlighets- och sekretesslagen" : plain;
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    }

    @Override
    public int compareTo(Provision other) {
        return Comparator.comparing(Provision::law)
                .thenComparing(Provision::chapter)
                .thenComparingInt(Provision::section)
                .thenComparing(Provision::mark)
                .compare(this, other);
    }

    /** Returns the provision as people write it. */
    String text() {
        if (section == 0) {
            return law;
        }
        if (mark.startsWith("artikel")) {
            return law + " artikel " + section + mark.substring("artikel".length());
        }
        return law + (chapter.isEmpty() ? " " : " " + chapter + " ") + section + " " + mark;
    }
}
