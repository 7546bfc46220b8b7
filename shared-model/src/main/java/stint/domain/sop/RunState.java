package stint.domain.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;

import java.time.Instant;

/** How a work session stands (SOP-1, SOP-4, SOP-8). */
public sealed interface RunState {

    /** What made it pause. */
    enum Pause {
        /** Its worker, or a supervisor. */
        PERSON,
        /** Its worker began another run at a bench that did not know of this one (SOP-9). */
        ELSEWHERE,
        /** Its worker went home (OS-9). */
        SHIFT,
        /** The terminal was gone (ST-5). */
        ABANDONED
    }

    /** What completed it. */
    enum Completion {
        /** The last step passed (SOP-2). */
        LAST_STEP,
        /** Its worker said so (SOP-4). */
        WORKER
    }

    /** Being worked on. */
    record InProgress(Instant since) implements RunState {}

    /**
     * Not being worked on; its step is kept (SOP-8).
     *
     * @param reason in a person's words
     */
    record Paused(Instant since, Pause cause, @Nullable String reason) implements RunState {}

    /** Done (SOP-2, SOP-4). */
    record Completed(Instant at, Completion by) implements RunState {}

    /** Came to nothing. */
    record Cancelled(Instant at, @Nullable OperatorCode by, String reason) implements RunState {}

    /** Whether it may still go on. */
    default boolean open() {
        return this instanceof InProgress || this instanceof Paused;
    }

    /** The word for it: in_progress, paused, completed or cancelled. */
    default String word() {
        return switch (this) {
            case InProgress going -> "in_progress";
            case Paused paused -> "paused";
            case Completed completed -> "completed";
            case Cancelled cancelled -> "cancelled";
        };
    }
}
