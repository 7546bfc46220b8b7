package stint.installer.simulate;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Writes a tree of maps, lists, texts, numbers and truth values as JSON for people: short things on
 * one line.
 */
final class JsonText {

    private static final int LINE_MAX = 110;
    private static final String INDENT = "  ";

    private JsonText() {}

    static String of(@Nullable Object value) {
        return write(value, "");
    }

    /** The value on a line of its own, whatever its length. */
    static String onOneLine(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                out.append('{');
                map.forEach((key, item) -> {
                    out.append(out.length() > 1 ? ", " : "").append(quoted(key.toString()));
                    out.append(": ").append(onOneLine(item));
                });
                out.append('}');
            }
            case Collection<?> list -> {
                out.append('[');
                list.forEach(
                        item -> out.append(out.length() > 1 ? ", " : "").append(onOneLine(item)));
                out.append(']');
            }
            case Number number -> out.append(number(number));
            case Boolean flag -> out.append(flag);
            default -> out.append(quoted(value.toString()));
        }
        return out.toString();
    }

    private static String write(@Nullable Object value, String indent) {
        String line = onOneLine(value);
        if (indent.length() + line.length() <= LINE_MAX) {
            return line;
        }
        String inner = indent + INDENT;
        StringJoiner out = new StringJoiner(",\n" + inner, "\n" + inner, "\n" + indent);
        return switch (value) {
            case Map<?, ?> map -> {
                map.forEach(
                        (key, item) -> out.add(quoted(key.toString()) + ": " + write(item, inner)));
                yield "{" + out + "}";
            }
            case Collection<?> list -> {
                list.forEach(item -> out.add(write(item, inner)));
                yield "[" + out + "]";
            }
            case null, default -> line;
        };
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new java.math.BigDecimal(value)
                        .setScale(4, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
            }
        }
        return out.append('"').toString();
    }
}
