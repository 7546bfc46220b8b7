package stint.sync;

import org.jspecify.annotations.Nullable;

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
import stint.wire.snapshot.Snapshots;

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
        StationCode station,
        String site,
        RecordLog ownEvents,
        RecordLog fetched,
        Standing standing,
        Keeping keeping) {

    /**
     * What a bench begins with that has no snapshot.
     *
     * @param base absent where the feed is read from its beginning
     */
    BenchState.Parts beginning(@Nullable Base base) {
        LogIndex index = new LogIndex();
        JournalBodies bodies = bodies();
        Elsewhere elsewhere =
                base == null ? Elsewhere.nothing() : Elsewhere.before(base.fold().newestMillis());
        LogHistory history = new LogHistory(index, bodies, elsewhere);
        FloorFold floor =
                base == null
                        ? new FloorFold(history, keeping.keep())
                        : FloorFold.of(base.fold(), history, keeping.keep());
        FeedLog feed = FeedLog.on(fetched, standing.after());
        if (base != null) {
            feed.beginAt(base.generation(), base.position());
            for (FoldExport.OfStation held : base.fold().stations()) {
                held.epochs()
                        .forEach((epoch, known) ->
                                index.begin(held.station(), epoch, known.dense()));
            }
        }
        ServerLog serverLog = new ServerLog();
        serverLog.begin(standing.began());
        return new BenchState.Parts(
                index,
                bodies,
                elsewhere,
                floor,
                new Recorder(station, site),
                OwnLog.on(station, ownEvents, bodies, standing.after()),
                serverLog,
                feed,
                BenchState.Small.NONE);
    }

    /** Of the same logs, where something else stands for what is before. */
    BenchSnapshot standing(Standing other) {
        return new BenchSnapshot(station, site, ownEvents, fetched, other, keeping);
    }

    /** Of the same logs, and nothing else. */
    BenchSnapshot withoutSnapshots() {
        return new BenchSnapshot(
                station,
                site,
                ownEvents,
                fetched,
                standing,
                new Keeping(Snapshots.NONE, keeping.keep(), keeping.feed()));
    }

    private JournalBodies bodies() {
        return new JournalBodies(ownEvents, fetched, new Returned(), standing.kept());
    }

    /** The newest one that is of these logs. */
    Optional<BenchState.Parts> newest() {
        return keeping.snapshots().newest(this::read);
    }

    private BenchState.Parts read(PackedInput whole) throws IOException {
        PackedInput in = new PackedInput(new ByteArrayInputStream(whole.bytes()));
        requireAt(ownEvents, in.number(), in.bytes());
        requireAt(fetched, in.number(), in.bytes());
        if (!Hash.of(in.bytes()).equals(standing.name())) {
            throw new SnapshotUnusableException("it went on from another base");
        }
        Recorder recorder = new Recorder(station, site);
        recorder.read(in);
        JournalBodies bodies = bodies();
        OwnLog own = OwnLog.on(station, ownEvents, bodies, standing.after());
        own.read(in);
        ServerLog serverLog = new ServerLog();
        serverLog.read(in);
        FeedLog feed = FeedLog.on(fetched, standing.after());
        feed.read(in);
        Elsewhere elsewhere = Elsewhere.read(in);
        BenchState.Small small =
                new BenchState.Small(
                        in.optional(in::text), in.number(), in.optional(() -> readClocks(in)));
        LogIndex index = LogIndex.read(whole);
        FloorFold floor =
                FloorFold.of(
                        FoldCodec.read(whole),
                        new LogHistory(index, bodies, elsewhere),
                        keeping.keep());
        return new BenchState.Parts(
                index, bodies, elsewhere, floor, recorder, own, serverLog, feed, small);
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
    byte[] bytes(BenchState.Parts parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedOutput out = new PackedOutput(bytes);
        out.number(parts.own().last());
        out.bytes(hashAt(ownEvents, parts.own().last()).toBytes());
        out.number(parts.feed().last());
        out.bytes(hashAt(fetched, parts.feed().last()).toBytes());
        out.bytes(standing.name().toBytes());
        parts.recorder().write(out);
        parts.own().write(out);
        parts.serverLog().write(out);
        parts.feed().write(out);
        parts.elsewhere().write(out);
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
