package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;
import stint.domain.event.Serial;
import stint.domain.plan.Job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How pieces are numbered: a text with {@code {ticket}}, {@code {product}}, {@code {yyyy}}, {@code
 * {yy}}, {@code {mm}}, {@code {dd}} of the day production starts, and once a running number {@code
 * {n}} or, with leading zeros, {@code {n:5}}. The number goes on where the site's last piece with
 * the same text around it stands. Immutable.
 */
public final class SerialPattern {

    /** What pieces are numbered by where no product says. */
    public static final String USUAL = "{ticket}-{n:3}";

    /** The longest serial that a GS1 code takes, AI (21). */
    public static final int GS1_LENGTH_MAX = 20;

    private static final Pattern NUMBER = Pattern.compile("\\{n(?::([1-9]))?}");

    private final String before;
    private final String after;
    private final int digits;

    private SerialPattern(String before, String after, int digits) {
        this.before = before;
        this.after = after;
        this.digits = digits;
    }

    /**
     * A product's pattern for one job; absent when the pattern is none.
     *
     * @param pattern absent for the usual one
     */
    public static Optional<SerialPattern> of(
            @Nullable String pattern, String ticket, @Nullable String product, LocalDate day) {
        String text =
                (pattern == null ? USUAL : pattern)
                        .replace("{ticket}", ticket)
                        .replace("{product}", product == null ? "" : product)
                        .replace("{yyyy}", "%04d".formatted(day.getYear()))
                        .replace("{yy}", "%02d".formatted(day.getYear() % 100))
                        .replace("{mm}", "%02d".formatted(day.getMonthValue()))
                        .replace("{dd}", "%02d".formatted(day.getDayOfMonth()));
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return Optional.empty();
        }
        String width = number.group(1);
        SerialPattern found =
                new SerialPattern(
                        text.substring(0, number.start()),
                        text.substring(number.end()),
                        width == null ? 1 : Integer.parseInt(width));
        try {
            Codes.requireCode("serial", found.serial(1, 7));
            return Optional.of(found);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How long its serials are, up to so many. */
    public int length(int count) {
        return before.length() + after.length() + Math.max(digits, digitsOf(count));
    }

    /**
     * The next pieces' serials, in order.
     *
     * @param jobs all the site's jobs: their serials are taken
     */
    public List<Serial> next(int count, Collection<Job> jobs) {
        long last = 0;
        for (Job job : jobs) {
            for (Serial serial : job.serials()) {
                last = Math.max(last, numberOf(serial.value()));
            }
        }
        int width = Math.max(digits, digitsOf(last + count));
        List<Serial> serials = new ArrayList<>(count);
        for (long number = last + 1; number <= last + count; number++) {
            serials.add(new Serial(serial(number, width)));
        }
        return serials;
    }

    /** The running number in a serial of this pattern; 0 in another one. */
    private long numberOf(String serial) {
        int end = serial.length() - after.length();
        if (end <= before.length()
                || end - before.length() > 15
                || !serial.startsWith(before)
                || !serial.endsWith(after)) {
            return 0;
        }
        long number = 0;
        for (int index = before.length(); index < end; index++) {
            int digit = serial.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private String serial(long number, int width) {
        String text = Long.toString(number);
        return before + "0".repeat(Math.max(0, width - text.length())) + text + after;
    }

    private static int digitsOf(long number) {
        return Long.toString(number).length();
    }
}
