package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;

import java.time.Instant;
import java.util.List;

/**
 * Something impossible or unwanted that the floor's merged history holds; a person should look
 * (EX-1). It is a result of the fold like all else: when a late event explains it, it is gone.
 *
 * @param type what kind, and by which rule
 * @param claims the events that together show it, in canonical order; the first one names the
 *     exception
 * @param acknowledged who looked at it; absent while it is open
 */
public record FloorException(
        Type type,
        @Nullable TaskId task,
        @Nullable Serial serial,
        @Nullable OperatorCode operator,
        @Nullable StationCode station,
        List<EventId> claims,
        @Nullable Acknowledgement acknowledged) {

    /**
     * Who looked at an exception.
     *
     * @param by the supervisor
     * @param at when
     * @param note what they found, or did
     */
    public record Acknowledgement(@Nullable OperatorCode by, Instant at, String note) {}

    /**
     * @throws IllegalArgumentException when nothing is claimed
     */
    public FloorException {
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("an exception shows what it is about: " + type);
        }
    }

    /**
     * Names the exception for as long as it exists: {@code AFTER_DONE:BENCH-2.1.17}, with the
     * serial where one is.
     */
    public String key() {
        String base = type + ":" + claims.getFirst();
        return serial == null ? base : base + ":" + serial;
    }

    /** Whether nobody has looked at it yet (EX-2). */
    public boolean open() {
        return acknowledged == null;
    }

    /** The same, looked at. */
    public FloorException acknowledgedBy(Acknowledgement acknowledgement) {
        return new FloorException(type, task, serial, operator, station, claims, acknowledgement);
    }

    /** The kinds that exist. */
    public enum Type {
        /** More good pieces than the tolerance allows, without leave. */
        OVER_PRODUCTION("PR-4"),
        /** The same serial twice at one task. */
        DUPLICATE_SERIAL("SN-2"),
        /** One operator open at two benches. */
        OPERATOR_TWO_BENCHES("OS-10"),
        /** Work recorded on a task that was done. */
        AFTER_DONE("PR-5"),
        /** Complete at an operation whose predecessor was never recorded. */
        MISSED_SCAN("DP-7"),
        /** A station's clock disagrees with the floor's time. */
        CLOCK_SUSPECT("SN-4"),
        /** A terminal was gone; its sessions were held. */
        AUTO_ABANDON("ST-5"),
        /** Nothing was recorded on a session for days; it was closed. */
        STALE_CLOSED("OS-7"),
        /** A station's sequence has a hole. */
        SEQUENCE_GAP("EV-2"),
        /** A worker began a work session at one bench while another was open at a second one. */
        RUN_TWICE("SOP-9"),
        /** A work session began by a version that was no longer the one to work by. */
        SOP_SUPERSEDED("SOP-1"),
        /** Something was recorded on a work session that had ended. */
        AFTER_RUN_END("SOP-4"),
        /** Something was recorded on a work session that is not of what was approved. */
        AFTER_APPROVAL("SOP-5"),
        /** An event this version can't read. */
        QUARANTINED("EV-3");

        private final String rule;

        Type(String rule) {
            this.rule = rule;
        }

        /** The rule of the floor that was applied. */
        public String rule() {
            return rule;
        }
    }
}
