package stint.installer.simulate;

import org.jspecify.annotations.Nullable;

import stint.installer.scenario.FloorTime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Compares what came out with what a scenario expects: only what the file names. Minutes are
 * compared as precisely as they are written there, times as moments, task names with and without
 * their ticket.
 */
final class Comparison {

    private static final double PROGRESS_EQUAL = 0.0005;

    private final FloorTime time;
    private final List<String> differences = new ArrayList<>();

    Comparison(FloorTime time) {
        this.time = time;
    }

    /**
     * Each difference as a sentence that names the place; none when all that is expected came out.
     */
    List<String> of(Map<String, Object> expected, Map<String, Object> came) {
        differences.clear();
        object("expect", expected, came);
        return List.copyOf(differences);
    }

    private void value(String path, String key, @Nullable Object expected, @Nullable Object came) {
        if (expected instanceof Map<?, ?> map && came instanceof Map<?, ?> other) {
            object(path, map, other);
        } else if (expected instanceof List<?> list && came instanceof List<?> other) {
            if (key.equals("exceptions")) {
                unordered(path, list, other);
            } else {
                ordered(path, list, other);
            }
        } else if (!same(key, expected, came)) {
            differs(path, expected, came);
        }
    }

    private void object(String path, Map<?, ?> expected, Map<?, ?> came) {
        for (Object name : expected.keySet().stream().sorted().toList()) {
            String key = name.toString();
            if (key.equals("note")) {
                continue;
            }
            Object wanted = expected.get(key);
            Object found = find(path, came, key);
            String place = path + (key.matches("[\\w-]+") ? "." + key : "[\"" + key + "\"]");
            if (found == null && !(wanted instanceof List<?> list && list.isEmpty())) {
                differs(place, wanted, null);
            } else if (found != null) {
                value(place, key, wanted, found);
            }
        }
    }

    /**
     * Absent scrap is 0 and absent cancellation false: they are only written when there is
     * something to say.
     */
    private static @Nullable Object find(String path, Map<?, ?> came, String key) {
        Object found = came.get(key);
        if (found != null) {
            return found;
        }
        if (path.endsWith(".tasks")) {
            for (Map.Entry<?, ?> entry : came.entrySet()) {
                String name = entry.getKey().toString();
                if (name.endsWith("/" + key) || key.endsWith("/" + name)) {
                    return entry.getValue();
                }
            }
        }
        return switch (key) {
            case "scrap" -> 0;
            case "cancelled" -> false;
            default -> null;
        };
    }

    private void ordered(String path, List<?> expected, List<?> came) {
        if (expected.size() != came.size()) {
            differs(path, expected, came);
            return;
        }
        for (int index = 0; index < expected.size(); index++) {
            value(path + "[" + index + "]", "", expected.get(index), came.get(index));
        }
    }

    /**
     * The most specific expectation takes its match first, so that a loose one can't take it away.
     */
    private void unordered(String path, List<?> expected, List<?> came) {
        List<Object> left = new ArrayList<>(came);
        List<Object> wanted = new ArrayList<>(expected);
        wanted.sort(
                Comparator.comparingInt(item -> item instanceof Map<?, ?> map ? -map.size() : 0));
        for (Object item : wanted) {
            Object match = null;
            for (Object candidate : left) {
                Comparison trial = new Comparison(time);
                trial.value(path, "", item, candidate);
                if (trial.differences.isEmpty()) {
                    match = candidate;
                    break;
                }
            }
            if (match == null) {
                differences.add(
                        path + ": expected " + JsonText.onOneLine(item) + ", and there is none");
            } else {
                left.remove(match);
            }
        }
        for (Object item : left) {
            differences.add(path + ": nobody expected " + JsonText.onOneLine(item));
        }
    }

    private boolean same(String key, @Nullable Object expected, @Nullable Object came) {
        if (expected instanceof Number wanted && came instanceof Number found) {
            return switch (key) {
                case "minutes", "pauseMinutes", "elapsedMinutes", "allocatedMinutes" ->
                        sameMinutes(wanted, found.doubleValue());
                case "progress" -> sameProgress(wanted.doubleValue(), found.doubleValue());
                default -> wanted.doubleValue() == found.doubleValue();
            };
        }
        if (expected instanceof String wanted && came instanceof String found) {
            return switch (key) {
                case "from", "to" -> sameTime(wanted, found);
                case "task", "current" ->
                        wanted.equals(found)
                                || found.endsWith("/" + wanted)
                                || wanted.endsWith("/" + found);
                case "grade", "cause" -> wanted.replace('_', '-').equalsIgnoreCase(found);
                default -> wanted.equals(found);
            };
        }
        return expected != null && expected.equals(came);
    }

    private boolean sameTime(String wanted, String found) {
        try {
            return time.at(wanted).equals(time.at(found));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * A third of a pause is never equal to what a person writes: 6.67 and 6.7 and 7 mean 6.666….
     */
    private static boolean sameMinutes(Number wanted, double found) {
        BigDecimal written = new BigDecimal(wanted.toString()).stripTrailingZeros();
        int digits = Math.max(0, written.scale());
        BigDecimal exact = BigDecimal.valueOf(found);
        return exact.setScale(digits, RoundingMode.HALF_UP).compareTo(written) == 0
                || exact.setScale(digits, RoundingMode.DOWN).compareTo(written) == 0;
    }

    /** Exact where a whole is meant: 199 of 200 is not 1. */
    private static boolean sameProgress(double wanted, double found) {
        return wanted == Math.rint(wanted)
                ? Math.abs(wanted - found) < 1e-9
                : Math.abs(wanted - found) < PROGRESS_EQUAL;
    }

    private void differs(String path, @Nullable Object expected, @Nullable Object came) {
        differences.add(
                path
                        + ": expected "
                        + JsonText.onOneLine(expected)
                        + (came == null
                                ? ", and there is none"
                                : ", came out " + JsonText.onOneLine(came)));
    }
}
