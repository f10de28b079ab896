package se.ryggrad.conformance.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.ryggrad.conformance.run.CheckResult;
import se.ryggrad.conformance.run.RequirementResult;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.Verdict;

/** Writes a run for build servers: {@code junit.xml}, one test case for each requirement and check. */
public final class JunitReport {

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Returns the report as text. */
    public static String of(RunResult result) {
        StringWriter text = new StringWriter();
        try {
            new JunitReport(XMLOutputFactory.newInstance().createXMLStreamWriter(text)).write(result);
        } catch (XMLStreamException fault) {
            throw new IllegalStateException("text could not be written as XML", fault);
        }
        return text.toString();
    }

    private void write(RunResult result) throws XMLStreamException {
        List<RequirementResult> all = result.requirements();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Ryggrad " + result.standard());
        xml.writeAttribute(
                "tests",
                String.valueOf(all.stream().mapToLong(JunitReport::cases).sum()));
        xml.writeAttribute("failures", String.valueOf(checks(all, Verdict.FAILED)));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", String.valueOf(bare(all) + checks(all, Verdict.NOT_OBSERVED)));
        xml.writeAttribute("time", seconds(result.took()));
        xml.writeAttribute("timestamp", result.started().toString());
        for (RequirementResult requirement : all) {
            write(requirement);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(RequirementResult requirement) throws XMLStreamException {
        if (requirement.checks().isEmpty()) {
            begin(requirement, requirement.requirement().id(), Duration.ZERO);
            skipped(requirement.verdict().word());
            xml.writeEndElement();
        }
        for (CheckResult check : requirement.checks()) {
            begin(requirement, check.check(), check.took());
            outcome(requirement, check);
            xml.writeEndElement();
        }
    }

    private void begin(RequirementResult requirement, String name, Duration took) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", requirement.requirement().id());
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", seconds(took));
    }

    private void outcome(RequirementResult requirement, CheckResult check) throws XMLStreamException {
        String told = check.evidence()
                .map(e -> "expected " + e.expected() + ", was " + e.actual())
                .orElse("");
        if (check.verdict() == Verdict.FAILED) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", requirement.requirement().level().word());
            xml.writeAttribute("message", clean(told));
            xml.writeCharacters(clean(details(requirement, check)));
            xml.writeEndElement();
        } else if (check.verdict() != Verdict.PASSED) {
            skipped(check.verdict().word() + ": " + told);
        }
    }

    private void skipped(String why) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", clean(why));
    }

    private static String details(RequirementResult requirement, CheckResult check) {
        StringBuilder text = new StringBuilder(requirement.requirement().text().en()).append('\n');
        check.evidence().ifPresent(e -> {
            e.pointer().ifPresent(p -> text.append("at ").append(p).append('\n'));
            e.curl().ifPresent(c -> text.append('\n').append(c).append('\n'));
            e.response().ifPresent(r -> text.append('\n').append(r).append('\n'));
        });
        return text.toString();
    }

    private static long cases(RequirementResult requirement) {
        return Math.max(1, requirement.checks().size());
    }

    private static long bare(List<RequirementResult> all) {
        return all.stream().filter(r -> r.checks().isEmpty()).count();
    }

    private static long checks(List<RequirementResult> all, Verdict verdict) {
        return all.stream()
                .flatMap(r -> r.checks().stream())
                .filter(c -> c.verdict() == verdict)
                .count();
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }

    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD]", "\uFFFD");
    }
}
