package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A part of who did what (SERVER "Audit"): the acts of the log that change what others recorded, or
 * who is trusted with what.
 *
 * @param to up to which position the log was looked through; ask on from there
 * @param last the log's last position
 * @param acts in order
 */
public record ActsView(long to, long last, List<Act> acts) {

    /**
     * One act.
     *
     * @param position in the feed
     * @param at when, in the floor's common time
     * @param event which event it is
     * @param by who: a worker code, or {@code console:} and a user of the server's machine; absent
     *     where the server's machine did it and no name is known
     * @param what the event's word, or {@code approve} where a supervisor gave leave
     * @param about whom or what it is about
     * @param detail what was set, in words; absent where there is nothing to say
     * @param reason why; absent where none was asked for
     */
    public record Act(
            long position,
            Instant at,
            String event,
            @Nullable String by,
            String what,
            String about,
            @Nullable String detail,
            @Nullable String reason) {

        /** Refuses what is missing. */
        public Act {
            Objects.requireNonNull(at, "at is missing");
            Objects.requireNonNull(event, "event is missing");
            Objects.requireNonNull(what, "what is missing");
            Objects.requireNonNull(about, "about is missing");
        }
    }

    /** Copies the list. */
    public ActsView {
        acts = List.copyOf(acts);
    }
}
