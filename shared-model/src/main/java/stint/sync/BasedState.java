package stint.sync;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.clock.Clocks;
import stint.journal.RecordLog;
import stint.wire.snapshot.SnapshotUnusableException;

import java.io.IOException;
import java.util.SortedMap;

/**
 * A bench's state, and the base it goes on from, if any (SY-2). Another base is on the disk before
 * anything goes on from it, and what it stands for goes later: a start in between goes on from what
 * is there. Not thread-safe.
 */
final class BasedState {

    private static final Logger LOG = LoggerFactory.getLogger(BasedState.class);

    private BenchSnapshot kept;
    private BenchState state;
    private @Nullable Place base;
    private boolean lost;
    private boolean stale;
    private boolean refused;

    /**
     * Where a base ends; its state is not kept twice.
     *
     * @param serverLog how far it holds the server's own log
     */
    private record Place(
            String generation, long position, SortedMap<Integer, Marks.Mark> serverLog) {

        static Place of(Base base) {
            return new Place(base.generation(), base.position(), Standing.serverLog(base));
        }
    }

    private BasedState(BenchSnapshot kept, BenchState state, @Nullable Place base) {
        this.kept = kept;
        this.state = state;
        this.base = base;
    }

    /**
     * Opens what the logs hold. A base that is of no use any more is as good as none, until the
     * server is reached.
     */
    static BasedState open(BenchSnapshot kept, Clocks clocks) throws IOException {
        PackedBase packed = kept.standing().base();
        if (packed == null) {
            return new BasedState(kept, BenchState.open(clocks, kept), null);
        }
        try {
            Base base = packed.unpack();
            BasedState based =
                    new BasedState(kept, BenchState.open(clocks, kept, base), Place.of(base));
            based.stale = !packed.isOurs();
            return based;
        } catch (SnapshotUnusableException | HistoryElsewhereException e) {
            LOG.warn(
                    "{} has a base that this release can't go on from: until the server is reached"
                            + " it knows its own work only",
                    kept.station(),
                    e);
            BenchState without = BenchState.open(clocks, kept.withoutSnapshots());
            without.feed().forgetCursor();
            BasedState based = new BasedState(kept, without, null);
            based.lost = true;
            return based;
        }
    }

    BenchState state() {
        return state;
    }

    /** Whether there is a base that can't be gone on from. */
    boolean isLost() {
        return lost;
    }

    /**
     * Whether to ask for another one.
     *
     * @param last the feed's last position; 0 while that is unknown
     */
    boolean wants(long last) {
        if (refused || !state.own().readable()) {
            return false;
        }
        if (lost || stale) {
            return true;
        }
        Keeping.Feed limits = kept.keeping().feed();
        if (state.feed().isEmpty()) {
            return last >= limits.joinMin();
        }
        long read = state.feed().cursor().position() - (base == null ? 0 : base.position());
        return read >= limits.keptMax();
    }

    /**
     * The server gave a base.
     *
     * @param offered absent when it gives none that is of use
     * @return whether it is gone on from
     * @throws IOException when the disk fails; what is there is as good as before
     */
    boolean goOnFrom(@Nullable OfferedBase offered) throws IOException {
        refused = offered == null || !canGoOnFrom(offered);
        return !refused;
    }

    private boolean canGoOnFrom(OfferedBase offered) throws IOException {
        Base fresh = offered.base();
        String generation = state.feed().cursor().generation();
        if (generation != null && !generation.equals(fresh.generation())) {
            LOG.info("The server's base is of another life of its store");
            return false;
        }
        Standing standing =
                new Standing(
                        kept.fetched().lastIndex(),
                        state.own().last(),
                        state.own().keepFor(fresh.marks()),
                        state.serverLog().begins(),
                        offered.packed());
        try {
            goOnWith(standing, fresh);
        } catch (HistoryElsewhereException e) {
            LOG.info("What is here speaks of what was before the server's base", e);
            return false;
        }
        LOG.info("{} goes on from position {}", kept.station(), fresh.position());
        return true;
    }

    private void goOnWith(Standing standing, @Nullable Base fresh) throws IOException {
        BenchSnapshot next = kept.standing(standing);
        BenchState opened =
                fresh == null ? BenchState.open(null, next) : BenchState.open(null, next, fresh);
        kept.fetched().stand(standing.toBytes());
        opened.goOnAs(state);
        if (fresh != null) {
            opened.own().goOnAs(state.own());
        }
        kept = next;
        state = opened;
        base = fresh == null ? null : Place.of(fresh);
        lost = false;
        stale = false;
    }

    /** Goes on without a base: all of the feed is read. */
    void drop() throws IOException {
        refused = false;
        if (base == null && !lost) {
            return;
        }
        LOG.info("{} reads the feed from its beginning", kept.station());
        Standing standing =
                new Standing(
                        kept.fetched().lastIndex(),
                        state.own().last(),
                        state.own().readable()
                                ? state.own().keepFor(new Marks())
                                : kept.standing().kept(),
                        state.serverLog().begins(),
                        null);
        goOnWith(standing, null);
    }

    /**
     * Takes what the base stands for out of the log of the feed, where a finished backup holds it
     * and the server has all of its own log that is there.
     *
     * @return whether anything went
     */
    boolean letGo() throws IOException {
        Place here = base;
        RecordLog fetched = kept.fetched();
        Standing standing = kept.standing();
        if (here == null
                || standing.after() < fetched.firstIndex()
                || here.position() > state.own().safePosition()
                || !here.generation().equals(state.feed().cursor().generation())) {
            return false;
        }
        SortedMap<Integer, Marks.Mark> began = here.serverLog();
        if (!state.serverLog().doesWithout(standing.after(), began)) {
            return false;
        }
        Standing shorter =
                new Standing(
                        standing.after(),
                        standing.ownBefore(),
                        standing.kept(),
                        began,
                        standing.base());
        long first = fetched.firstIndex();
        try {
            return fetched.letGo(standing.after() + 1, shorter::toBytes);
        } finally {
            if (fetched.firstIndex() > first) {
                kept = kept.standing(shorter);
                state.serverLog().letGo(began);
                state.keptAs(kept);
            }
        }
    }
}
