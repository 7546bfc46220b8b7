package stint.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * The code of a bench PC or of the server's own log, as printed on the bench ({@code BENCH-1}).
 *
 * @param value 1 to 40 characters: letters, digits, {@code - _ . @}
 */
public record StationCode(String value) implements Comparable<StationCode> {

    /** The server writes its own events (plan, cancellations, closes) under this code (EV-1). */
    public static final StationCode SERVER = new StationCode("@server");

    /**
     * @throws IllegalArgumentException when the text is not a code
     */
    public StationCode {
        Codes.requireCode("station", value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StationCode code && value.equals(code.value);
    }

    /** By hand, as {@code equals}: the fold looks codes up several times for every event. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(StationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
