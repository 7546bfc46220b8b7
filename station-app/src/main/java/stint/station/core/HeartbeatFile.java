package stint.station.core;

import org.jspecify.annotations.Nullable;

import stint.domain.event.TimeReading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * The terminal's last sign of life, on its own disk (ST-5). Two places are written in turn, so that
 * a power cut in the middle of one leaves the other. Used by one thread, which must not be
 * interrupted.
 */
final class HeartbeatFile implements AutoCloseable {

    private static final int PLACE_BYTES = 4096;
    private static final int RECORD_BYTES = 64;
    private static final int CHECKED_BYTES = RECORD_BYTES - Integer.BYTES;

    private final FileChannel file;
    private long beats;
    private @Nullable TimeReading last;

    private record Beat(long number, TimeReading clock) {}

    private HeartbeatFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens the bench's file; made when missing.
     *
     * @param directory the bench's directory, which this process owns
     */
    static HeartbeatFile open(Path directory) throws IOException {
        HeartbeatFile heartbeat =
                new HeartbeatFile(
                        FileChannel.open(
                                directory.resolve("heartbeat"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE));
        try {
            for (int place = 0; place < 2; place++) {
                heartbeat.take(heartbeat.read(place));
            }
            return heartbeat;
        } catch (IOException | RuntimeException e) {
            heartbeat.close();
            throw e;
        }
    }

    private void take(@Nullable Beat beat) {
        if (beat != null && beat.number() > beats) {
            beats = beat.number();
            last = beat.clock();
        }
    }

    /** The last one that was written whole; absent when there is none. */
    @Nullable TimeReading last() {
        return last;
    }

    /** Writes one; durable when this returns. */
    void write(TimeReading now) throws IOException {
        Instant wall = now.wall();
        ByteBuffer record =
                ByteBuffer.allocate(RECORD_BYTES)
                        .putLong(beats + 1)
                        .putLong(wall.getEpochSecond())
                        .putInt(wall.getNano())
                        .putInt(now.zoneOffsetMinutes())
                        .putLong(now.boot())
                        .putLong(now.monotonicMillis())
                        .putLong(now.offsetMillis())
                        .putLong(now.errorMillis());
        record.putInt(CHECKED_BYTES, checksum(record)).clear();
        long place = (beats + 1) % 2 * PLACE_BYTES;
        while (record.hasRemaining()) {
            file.write(record, place + record.position());
        }
        file.force(false);
        beats++;
        last = now;
    }

    private @Nullable Beat read(int place) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES);
        int read = 0;
        while (read >= 0 && record.hasRemaining()) {
            read = file.read(record, (long) place * PLACE_BYTES + record.position());
        }
        boolean whole = !record.hasRemaining() && record.getInt(CHECKED_BYTES) == checksum(record);
        if (!whole) {
            return null;
        }
        record.flip();
        return new Beat(
                record.getLong(),
                new TimeReading(
                        Instant.ofEpochSecond(record.getLong(), record.getInt()),
                        record.getInt(),
                        record.getLong(),
                        record.getLong(),
                        record.getLong(),
                        record.getLong()));
    }

    private static int checksum(ByteBuffer record) {
        CRC32C crc = new CRC32C();
        crc.update(record.slice(0, CHECKED_BYTES));
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
