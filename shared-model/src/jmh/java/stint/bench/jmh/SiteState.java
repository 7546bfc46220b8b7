package stint.bench.jmh;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import stint.bench.SiteHistory;
import stint.domain.event.Event;
import stint.domain.floor.FloorFold;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.PackedOutput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A site's history, and what is late in it: one fifth of the benches were away for the last week.
 */
@State(Scope.Benchmark)
public class SiteState {

    /** How long settled tasks are kept whole. */
    static final Duration KEEP = Duration.ofDays(14);

    private static final long AWAY_MS = Duration.ofDays(7).toMillis();
    private static final int AWAY_ONE_OF = 5;

    /** Events of the history. */
    @Param("300000")
    public int events;

    /** All, in order. */
    List<Event> inOrder = List.of();

    /** What has arrived in time. */
    List<Event> inTime = List.of();

    /** What comes late, about a task, each station's in its order. */
    List<Event> late = List.of();

    /** What the fold of those in time comes to, as bytes. */
    byte[] snapshot = {};

    /** Makes the history, once for each benchmark. */
    @Setup(Level.Trial)
    public void begin() {
        SiteHistory site = new SiteHistory(1);
        List<Event> all = new ArrayList<>(events);
        while (all.size() < events) {
            all.add(site.next());
        }
        long away = all.getLast().hlc().millis() - AWAY_MS;
        List<Event> arrived = new ArrayList<>(events);
        List<Event> missing = new ArrayList<>();
        for (Event event : all) {
            boolean awayNow =
                    event.hlc().millis() > away
                            && event.task() != null
                            && event.operator() != null
                            && Math.floorMod(event.station().hashCode(), AWAY_ONE_OF) == 0;
            (awayNow ? missing : arrived).add(event);
        }
        inOrder = all;
        inTime = arrived;
        late = missing;
        snapshot = bytes(folded(arrived));
    }

    /** The program's fold over events. */
    static FloorFold folded(List<Event> events) {
        FloorFold fold = new FloorFold(new ListHistory(events), KEEP);
        events.forEach(fold::apply);
        return fold;
    }

    private static byte[] bytes(FloorFold fold) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            FoldCodec.write(new PackedOutput(out), fold.export());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
