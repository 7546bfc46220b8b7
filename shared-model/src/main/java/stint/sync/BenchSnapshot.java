package stint.sync;

import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.floor.FloorFold;
import stint.domain.floor.FoldExport;
import stint.journal.RecordLog;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;
import stint.wire.snapshot.SnapshotUnusableException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Snapshots of a bench. One begins with the name of the logs it is of: how far each goes, and the
 * hash of the record there; one of logs that end earlier or have other records is not used.
 */
record BenchSnapshot(
        StationCode station, String site, RecordLog ownEvents, RecordLog fetched, Keeping keeping) {

    /** What a bench begins with that has no snapshot. */
    BenchState.Parts nothing() {
        LogIndex index = new LogIndex();
        JournalBodies bodies = bodies();
        return new BenchState.Parts(
                index,
                new FloorFold(new LogHistory(index, bodies), keeping.keep()),
                new Recorder(station, site),
                OwnLog.on(station, ownEvents, bodies),
                new ServerLog(),
                FeedLog.on(fetched),
                BenchState.Small.NONE);
    }

    private JournalBodies bodies() {
        return new JournalBodies(ownEvents, fetched, new Returned());
    }

    /** The newest one that is of these logs. */
    Optional<BenchState.Parts> newest() {
        return keeping.snapshots().newest(this::read);
    }

    private BenchState.Parts read(PackedInput whole) throws IOException {
        PackedInput in = new PackedInput(new ByteArrayInputStream(whole.bytes()));
        requireAt(ownEvents, in.number(), in.bytes());
        requireAt(fetched, in.number(), in.bytes());
        Recorder recorder = new Recorder(station, site);
        recorder.read(in);
        JournalBodies bodies = bodies();
        OwnLog own = OwnLog.on(station, ownEvents, bodies);
        own.read(in);
        ServerLog serverLog = new ServerLog();
        serverLog.read(in);
        FeedLog feed = FeedLog.on(fetched);
        feed.read(in);
        BenchState.Small small =
                new BenchState.Small(
                        in.optional(in::text), in.number(), in.optional(() -> readClocks(in)));
        LogIndex index = LogIndex.read(whole);
        FloorFold floor =
                FloorFold.of(FoldCodec.read(whole), new LogHistory(index, bodies), keeping.keep());
        return new BenchState.Parts(index, floor, recorder, own, serverLog, feed, small);
    }

    private static void requireAt(RecordLog log, long last, byte[] hash) throws IOException {
        if (last > log.lastIndex()) {
            throw new SnapshotUnusableException(
                    "it is of record " + last + ", the log ends at " + log.lastIndex());
        }
        if (!Hash.of(hash).equals(hashAt(log, last))) {
            throw new SnapshotUnusableException("the log has another record " + last);
        }
    }

    static Hash hashAt(RecordLog log, long record) throws IOException {
        List<byte[]> found = record < log.firstIndex() ? List.of() : log.read(record, 1);
        return found.isEmpty() ? Hash.ZERO : Chain.next(Hash.ZERO, found.getFirst());
    }

    /** The name of the logs, and all parts that are small, as bytes. */
    static byte[] bytes(RecordLog ownEvents, RecordLog fetched, BenchState.Parts parts)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedOutput out = new PackedOutput(bytes);
        out.number(parts.own().last());
        out.bytes(hashAt(ownEvents, parts.own().last()).toBytes());
        out.number(parts.feed().last());
        out.bytes(hashAt(fetched, parts.feed().last()).toBytes());
        parts.recorder().write(out);
        parts.own().write(out);
        parts.serverLog().write(out);
        parts.feed().write(out);
        out.optional(parts.small().marksOf(), out::text);
        out.number(parts.small().lastCommand());
        out.optional(parts.small().lastRecorded(), clocks -> write(out, clocks));
        return bytes.toByteArray();
    }

    /** Writes one whole; on any thread. */
    static void write(PackedOutput out, byte[] parts, LogIndex.Copy index, FoldExport fold)
            throws IOException {
        out.bytes(parts);
        index.write(out);
        FoldCodec.write(out, fold);
    }

    private static void write(PackedOutput out, TimeReading clocks) throws IOException {
        out.instant(clocks.wall(), 0);
        out.signed(clocks.zoneOffsetMinutes());
        out.signed(clocks.boot());
        out.signed(clocks.monotonicMillis());
        out.signed(clocks.offsetMillis());
        out.signed(clocks.errorMillis());
    }

    private static TimeReading readClocks(PackedInput in) throws IOException {
        return new TimeReading(
                in.instant(0),
                (int) in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed());
    }
}
