package stint.domain.work;

import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who made something, with which event, when, and how long it took, row after row in few bytes. A
 * site's history is millions of them, seldom looked at. Numbers take as many bytes as they need,
 * and moments are differences from the event's. Immutable.
 */
final class WorkRows {

    private static final List<Grade> GRADES = List.of(Grade.values());
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** A row is found by reading on from the nearest of these. */
    private static final int STARTS_EVERY = 16;

    /** One row. */
    record Row(
            OperatorCode operator,
            EventId completedBy,
            Hlc hlc,
            Instant from,
            Instant to,
            Duration worked,
            Grade grade) {}

    private final OperatorCode[] operators;
    private final StationCode[] stations;
    private final byte[] bytes;
    private final int[] starts;

    private WorkRows(OperatorCode[] operators, StationCode[] stations, byte[] bytes, int[] starts) {
        this.operators = operators;
        this.stations = stations;
        this.bytes = bytes;
        this.starts = starts;
    }

    static WorkRows of(List<Row> rows) {
        Writer writer = new Writer();
        List<OperatorCode> operators = new ArrayList<>();
        List<StationCode> stations = new ArrayList<>();
        int[] starts = new int[(rows.size() + STARTS_EVERY - 1) / STARTS_EVERY];
        for (int index = 0; index < rows.size(); index++) {
            if (index % STARTS_EVERY == 0) {
                starts[index / STARTS_EVERY] = writer.length;
            }
            Row row = rows.get(index);
            writer.number(place(operators, row.operator()));
            writer.number(place(stations, row.completedBy().station()));
            writer.write(row);
        }
        return new WorkRows(
                operators.toArray(OperatorCode[]::new),
                stations.toArray(StationCode[]::new),
                Arrays.copyOf(writer.bytes, writer.length),
                starts);
    }

    private static <T> int place(List<T> known, T code) {
        int place = known.indexOf(code);
        if (place < 0) {
            known.add(code);
            return known.size() - 1;
        }
        return place;
    }

    Row row(int index) {
        Reader reader = new Reader(bytes, starts[index / STARTS_EVERY]);
        for (int skipped = index % STARTS_EVERY; skipped > 0; skipped--) {
            reader.skipRow();
        }
        OperatorCode operator = operators[(int) reader.number()];
        return reader.row(operator, stations[(int) reader.number()]);
    }

    /** Writes rows. */
    private static final class Writer {
        private byte[] bytes = new byte[256];
        private int length;

        private void number(long number) {
            if (length + Long.BYTES + 2 > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            long rest = number;
            while ((rest & -MORE) != 0) {
                bytes[length++] = (byte) ((rest & (MORE - 1)) | MORE);
                rest >>>= BITS;
            }
            bytes[length++] = (byte) rest;
        }

        private void signed(long number) {
            number((number << 1) ^ (number >> (Long.SIZE - 1)));
        }

        private void instant(Instant instant, long nearMillis) {
            signed(instant.toEpochMilli() - nearMillis);
            number(instant.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI);
        }

        private void write(Row row) {
            long millis = row.hlc().millis();
            number(row.completedBy().epoch());
            number(row.completedBy().sequence());
            signed(millis);
            number(row.hlc().counter());
            instant(row.from(), millis);
            instant(row.to(), millis);
            Duration worked = row.worked();
            signed(worked.getSeconds() * MILLIS_PER_SECOND + worked.getNano() / NANOS_PER_MILLI);
            number(worked.getNano() % NANOS_PER_MILLI);
            number(GRADES.indexOf(row.grade()));
        }
    }

    /** Reads them. */
    private static final class Reader {
        private static final int NUMBERS_IN_ROW = 13;

        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes, int start) {
            this.bytes = bytes;
            this.next = start;
        }

        private void skipRow() {
            for (int left = NUMBERS_IN_ROW; left > 0; next++) {
                left -= bytes[next] >= 0 ? 1 : 0;
            }
        }

        private long number() {
            long number = 0;
            int shift = 0;
            while (bytes[next] < 0) {
                number |= (long) (bytes[next++] & (MORE - 1)) << shift;
                shift += BITS;
            }
            return number | (long) bytes[next++] << shift;
        }

        private long signed() {
            long number = number();
            return (number >>> 1) ^ -(number & 1);
        }

        private Instant instant(long nearMillis) {
            Instant millis = Instant.ofEpochMilli(nearMillis + signed());
            long nanos = number();
            return nanos == 0 ? millis : millis.plusNanos(nanos);
        }

        private Row row(OperatorCode operator, StationCode station) {
            EventId completedBy = new EventId(station, (int) number(), number());
            long millis = signed();
            return new Row(
                    operator,
                    completedBy,
                    new Hlc(millis, (int) number()),
                    instant(millis),
                    instant(millis),
                    Duration.ofMillis(signed()).plusNanos(number()),
                    GRADES.get((int) number()));
        }
    }
}
