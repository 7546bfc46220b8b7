package stint.server.store;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.StationCode;
import stint.domain.sop.PictureName;
import stint.sync.Entry;
import stint.wire.Chain;
import stint.wire.Hash;
import stint.wire.StoredEvent;
import stint.wire.UnreadableEventException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what is kept against itself, in the order of the feed: positions are dense, each history (a
 * station's epoch) is dense, and each hash is made of the one before it and of the event's exact
 * bytes (EV-2, SY-4). Not thread-safe.
 */
public final class Verification {

    /** So much is told one by one; the rest is counted. */
    private static final int FOUND_MAX = 100;

    /**
     * Something that is not as it was written.
     *
     * @param position where; 0 for the whole
     * @param what a sentence for whoever runs the server
     */
    public record Finding(long position, String what) {}

    /**
     * What came of it.
     *
     * @param position up to where
     * @param events how many there are
     * @param histories how many stations' epochs
     * @param wrong how much is not as it was written
     * @param found the first of that
     */
    public record Result(
            long position, long events, int histories, long wrong, List<Finding> found) {}

    /**
     * How far a history goes.
     *
     * @param last its last event
     * @param hash the chain after that
     */
    public record Head(EventId last, Hash hash) {}

    private record History(StationCode station, int epoch) {

        static History of(EventId id) {
            return new History(id.station(), id.epoch());
        }
    }

    private final Map<History, Head> heads = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();
    private long wrong;
    private long events;
    private long next = 1;

    /**
     * Takes what is kept at the next position.
     *
     * @param filed whose event it is said to be; absent where only its bytes say so
     * @param previous the chain before it; absent where it is the one that was passed
     * @param hash the chain after it; absent where it is not kept
     * @return the event at its place; null when its bytes are none
     */
    public @Nullable Entry take(
            long position,
            @Nullable EventId filed,
            byte @Nullable [] previous,
            byte @Nullable [] hash,
            byte[] body) {
        missingUpTo(position - 1);
        next = position + 1;
        events++;
        try {
            StoredEvent event = StoredEvent.read(body);
            EventId place = filed == null ? event.id() : filed;
            if (!place.equals(event.id())) {
                say(position, event.id() + " stands where " + place + " should");
            }
            Hash before = before(position, place, previous == null ? null : Hash.of(previous));
            Hash made = Chain.next(before, body);
            Hash kept = hash == null ? made : Hash.of(hash);
            if (!made.equals(kept)) {
                say(position, place + " is not what its hash was made of");
            }
            heads.put(History.of(place), new Head(place, kept));
            return new Entry(position, before, made, event);
        } catch (UnreadableEventException | IllegalArgumentException e) {
            say(position, "no event stands here any more: " + e.getMessage());
            return null;
        }
    }

    private Hash before(long position, EventId place, @Nullable Hash given) {
        Head head = heads.get(History.of(place));
        long wanted = head == null ? 1 : head.last().sequence() + 1;
        if (place.sequence() != wanted) {
            say(position, place + " comes where number " + wanted + " of its history should");
        }
        if (head != null) {
            if (given != null && !given.equals(head.hash())) {
                say(position, place + " does not continue what stands before it");
            }
            return given == null ? head.hash() : given;
        }
        boolean first = place.epoch() == 1 || place.station().equals(StationCode.SERVER);
        if (given == null || (first && !given.equals(Hash.ZERO))) {
            say(position, place + " begins no history");
        }
        return given == null ? Hash.ZERO : given;
    }

    /** Holds a row that answers questions against the event that is the truth there. */
    void compare(@Nullable Entry truth, long position, @Nullable EventRow row) {
        if (row == null) {
            say(position, "the index has no such row; delete its files, it is written anew");
        } else if (truth != null && !row.shows(truth)) {
            say(position, "the index shows something else; delete its files, it is written anew");
        }
    }

    /** All up to here should have come. */
    void missingUpTo(long position) {
        if (position >= next) {
            say(
                    next,
                    position == next ? "is missing" : "and all up to " + position + " are missing");
            next = position + 1;
        }
    }

    /** Holds each picture against its name. */
    void takePictures(PictureStore pictures, Runnable working) {
        for (String name : pictures.pictures()) {
            if (!pictures.picture(name).flatMap(PictureName::of).equals(Optional.of(name))) {
                say(0, "the picture " + name + " is not what its name was made of");
            }
            working.run();
        }
    }

    /** Notes what is wrong. */
    void say(long position, String what) {
        wrong++;
        if (found.size() < FOUND_MAX) {
            found.add(new Finding(position, what));
        }
    }

    /** How far each history goes, by its name. */
    public List<Head> heads() {
        return heads.values().stream().sorted(Comparator.comparing(Head::last)).toList();
    }

    /** What came of it so far. */
    public Result result() {
        return new Result(next - 1, events, heads.size(), wrong, List.copyOf(found));
    }
}
