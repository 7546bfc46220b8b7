package stint.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.floor.FloorFold;
import stint.domain.floor.FoldExport;
import stint.domain.work.Floor;
import stint.domain.work.FloorView;
import stint.wire.StoredEvent;
import stint.wire.protocol.HistoryQuery;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** The server's fold, fed in the order of the feed. Used by the single writer alone. */
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final LogIndex index;
    private final FloorFold fold;
    private final Map<StationCode, Instant> lastRecorded = new HashMap<>();
    private long position;
    private Hlc hlc = Hlc.ZERO;

    private Reconciler(LogIndex index, FloorFold fold) {
        this.index = index;
        this.fold = fold;
    }

    /** One that has taken nothing yet. */
    static Reconciler empty(EventStore store, Duration keep) {
        LogIndex index = new LogIndex();
        return new Reconciler(index, new FloorFold(history(index, store), keep));
    }

    private static LogHistory history(LogIndex index, EventStore store) {
        return new LogHistory(index, new StoreBodies(store));
    }

    /**
     * Takes the event at the next position. Whatever it holds, those behind it go on: what can't be
     * understood waits alone (EX-1).
     *
     * @param nowMillis the server's time: a clock far ahead moves ours only a little past it
     * @throws LogUnreadableException when what it touches can't be read; nothing must follow then
     */
    void take(long newPosition, StoredEvent stored, long nowMillis) {
        position = newPosition;
        index.add(stored, newPosition);
        Event event = stored.event().orElse(null);
        if (event == null) {
            fold.quarantine(stored.id());
            return;
        }
        hlc = hlc.hearing(event.hlc(), nowMillis);
        lastRecorded.merge(event.station(), event.time(), Reconciler::later);
        try {
            fold.apply(event);
        } catch (LogUnreadableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Event {} does not fold and waits in quarantine", event.id(), e);
            fold.quarantine(event.id());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The reading for the next event of the server's own. */
    public Hlc nextHlc(long nowMillis) {
        return hlc.next(nowMillis);
    }

    /** The position of an event that was taken; empty for another. */
    OptionalLong place(EventId id) {
        return index.place(id);
    }

    /** Where the events are that somebody asks for, in ascending order. */
    List<Long> places(HistoryQuery query) {
        if (query.event() != null) {
            return index.place(EventId.parse(query.event())).stream().boxed().toList();
        }
        List<Long> found =
                query.ticket() != null
                        ? index.ofTask(new TaskId(query.ticket(), query.task()))
                        : index.ofOperator(
                                new OperatorCode(Objects.requireNonNull(query.operator())),
                                query.fromMs(),
                                query.toMs());
        return found.stream().sorted().toList();
    }

    /** What it comes to, for another replica to go on from. */
    Base base(String generation, Marks marks, long serverTimeMillis) {
        return new Base(generation, position, serverTimeMillis, hlc, marks.copy(), fold.export());
    }

    /** The last position taken. */
    public long position() {
        return position;
    }

    /** The floor with its log, for deciding; the writer's own. */
    public Floor floor() {
        return fold;
    }

    /** The floor as it is now, for other threads. */
    public FloorView view() {
        return fold.view();
    }

    /** When each station last recorded something that has arrived, in floor time. */
    public Map<StationCode, Instant> lastRecorded() {
        return Map.copyOf(lastRecorded);
    }

    /** What it knows, for another thread to write. */
    Copy copy() {
        return new Copy(position, hlc, lastRecorded(), index.copy(), fold.export());
    }

    /** What one knew; it does not change any more. */
    record Copy(
            long position,
            Hlc hlc,
            Map<StationCode, Instant> lastRecorded,
            LogIndex.Copy index,
            FoldExport fold) {

        void write(PackedOutput out) throws IOException {
            out.number(position);
            out.signed(hlc.millis());
            out.number(hlc.counter());
            out.all(
                    lastRecorded.entrySet(),
                    one -> {
                        out.name(one.getKey().value());
                        out.instant(one.getValue(), hlc.millis());
                    });
            index.write(out);
            FoldCodec.write(out, fold);
        }
    }

    /** Goes on from what {@link Copy#write} wrote. */
    static Reconciler read(PackedInput in, EventStore store, Duration keep) throws IOException {
        long position = in.number();
        Hlc hlc = new Hlc(in.signed(), in.count());
        Map<StationCode, Instant> lastRecorded = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            lastRecorded.put(new StationCode(in.name()), in.instant(hlc.millis()));
        }
        LogIndex index = LogIndex.read(in);
        FloorFold fold = FloorFold.of(FoldCodec.read(in), history(index, store), keep);
        Reconciler read = new Reconciler(index, fold);
        read.position = position;
        read.hlc = hlc;
        read.lastRecorded.putAll(lastRecorded);
        return read;
    }
}
