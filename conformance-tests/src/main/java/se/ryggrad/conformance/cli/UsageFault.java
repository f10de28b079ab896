package se.ryggrad.conformance.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import se.ryggrad.conformance.text.Texts;

/** Says in one sentence, in the user's language, which argument is wrong and what to write instead. */
record UsageFault(ParameterException fault, Texts texts) {

    String sentence() {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing(missing.getMissing().get(0));
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return texts.get("usage.twice", name(twice.getOverwritten()));
        }
        ArgSpec argument = fault.getArgSpec();
        return argument == null || fault.getValue() == null
                ? String.valueOf(fault.getMessage())
                : texts.get("usage.bad-value", name(argument), fault.getValue(), expected(argument));
    }

    private String unknown(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().get(0);
        var commands = fault.getCommandLine().getSubcommands().keySet();
        if (first.startsWith("-")) {
            return texts.get("usage.unknown-option", first);
        }
        return commands.isEmpty()
                ? texts.get("usage.unknown-argument", first)
                : texts.get("usage.unknown-command", first, String.join(", ", commands));
    }

    private String missing(ArgSpec argument) {
        String key = argument.isOption() ? "usage.missing-value" : "usage.missing-argument";
        return texts.get(key, name(argument), argument.paramLabel());
    }

    private String expected(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                : texts.get("expect." + type.getSimpleName());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
