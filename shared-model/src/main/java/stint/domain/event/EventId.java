package stint.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * Identifies an event for ever (EV-2), written {@code BENCH-1.3.42}.
 *
 * @param station who wrote it
 * @param epoch grows when the station starts uncleanly or from a restored disk; from 1
 * @param sequence dense from 1 within (station, epoch)
 */
public record EventId(StationCode station, int epoch, long sequence)
        implements Comparable<EventId> {

    /**
     * @throws IllegalArgumentException when epoch or sequence is below 1
     */
    public EventId {
        if (epoch < 1 || sequence < 1) {
            throw new IllegalArgumentException(
                    "epoch and sequence start at 1: " + station + "." + epoch + "." + sequence);
        }
    }

    /**
     * Reads {@code BENCH-1.3.42}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static EventId parse(String text) {
        int last = text.lastIndexOf('.');
        int middle = last < 1 ? -1 : text.lastIndexOf('.', last - 1);
        if (middle < 1) {
            throw new IllegalArgumentException(
                    "an event is written STATION.EPOCH.SEQUENCE: \"" + text + "\"");
        }
        try {
            return new EventId(
                    new StationCode(text.substring(0, middle)),
                    Integer.parseInt(text.substring(middle + 1, last)),
                    Long.parseLong(text.substring(last + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "an event is written STATION.EPOCH.SEQUENCE: \"" + text + "\"", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventId id
                && sequence == id.sequence
                && epoch == id.epoch
                && station.equals(id.station);
    }

    /** By hand, as {@code equals}: the fold looks events up several times for every event. */
    @Override
    public int hashCode() {
        return (Long.hashCode(sequence) * 31 + epoch) * 31 + station.hashCode();
    }

    @Override
    public int compareTo(EventId other) {
        int byStation = station.compareTo(other.station);
        if (byStation != 0) {
            return byStation;
        }
        int byEpoch = Integer.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return station + "." + epoch + "." + sequence;
    }
}
