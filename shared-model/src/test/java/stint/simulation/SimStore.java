package stint.simulation;

import stint.domain.event.EventId;
import stint.journal.JournalFullException;
import stint.journal.RecordLog;
import stint.journal.Urgency;
import stint.sync.Entry;
import stint.sync.EventStore;
import stint.wire.Hash;
import stint.wire.StoredEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A server's store on a simulated journal; what stands for the index lives in memory. */
final class SimStore implements EventStore {

    private final World world;
    private final RecordLog journal;
    private final String generation;
    private final long bornAt;
    private final List<Entry> entries = new ArrayList<>();

    /** There is no room. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full(JournalFullException cause) {
            super(cause);
        }
    }

    SimStore(World world, RecordLog journal, String generation, long bornAt) {
        this.world = world;
        this.journal = journal;
        this.generation = generation;
        this.bornAt = bornAt;
        try {
            journal.replay(record -> entries.add(Entry.ofRecord(entries.size() + 1, record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        world.checks().storeOpened(generation, entries);
    }

    @Override
    public String generation() {
        return generation;
    }

    @Override
    public long bornAt() {
        return bornAt;
    }

    @Override
    public long last() {
        return entries.size();
    }

    @Override
    public void replay(long after, Consumer<Entry> listener) {
        entries.subList((int) after, entries.size()).forEach(listener);
    }

    @Override
    public void commit(List<Entry> added) {
        try {
            journal.keep(added.stream().map(Entry::toRecord).toList(), Urgency.NORMAL);
        } catch (JournalFullException e) {
            throw new Full(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.addAll(added);
        world.checks().committed(generation, added);
    }

    @Override
    public List<byte[]> bodies(long from, long to) {
        List<byte[]> bodies = new ArrayList<>();
        for (long position = from; position <= to; position++) {
            bodies.add(entries.get(place(position)).event().body());
        }
        return bodies;
    }

    private int place(long position) {
        int last = entries.size() - 1;
        int place = (int) (position - 1);
        boolean swapped =
                world.mutant() == Mutant.POSITIONS_OUT_OF_ORDER && place >= last - 1 && last > 0;
        return swapped ? 2 * last - 1 - place : place;
    }

    @Override
    public List<Hash> hashes(long from, long to) {
        return entries.subList((int) from - 1, (int) to).stream().map(Entry::hash).toList();
    }

    @Override
    public void keepFork(EventId parting, long from, Hash previous, List<StoredEvent> events) {
        throw new AssertionError(parting + " was used twice");
    }

    @Override
    public List<EventId> forks() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
