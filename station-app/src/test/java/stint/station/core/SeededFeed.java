package stint.station.core;

import stint.clock.Clocks;
import stint.domain.event.Event;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.journal.Journal;
import stint.journal.JournalOptions;
import stint.sync.FeedLog;
import stint.sync.Recorder;
import stint.wire.EventCodec;
import stint.wire.protocol.FeedHeader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a plan into a bench's directory as if it had been fetched from a server, for tests that have
 * none.
 */
public final class SeededFeed {

    private SeededFeed() {}

    /** Writes the plan; the bench must not be open. */
    public static void write(Path directory, Clocks clocks, List<? extends PlanFact> facts) {
        Recorder server = new Recorder(StationCode.SERVER, "SITE");
        List<byte[]> bodies = new ArrayList<>();
        for (PlanFact fact : facts) {
            Event event = server.event(null, fact, clocks.read(), 0, 0);
            server.kept(event);
            bodies.add(EventCodec.encode(event));
        }
        try (Journal journal = Journal.open(directory.resolve("feed"), JournalOptions.forBench())) {
            FeedLog feed = FeedLog.open(journal, piece -> {});
            long from = feed.cursor().position() + 1;
            long to = from + bodies.size() - 1;
            feed.keep(new FeedHeader("seeded", from, to, to, 0), bodies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
