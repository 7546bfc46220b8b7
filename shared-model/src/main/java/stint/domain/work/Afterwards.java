package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Acknowledged;
import stint.domain.event.Correction;
import stint.domain.event.Counts;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SessionRule;
import stint.domain.event.StationCode;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Operator;
import stint.domain.sop.WorkSession;
import stint.domain.work.Decision.Accepted;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Decision.Refused;

import java.time.Duration;

/**
 * Decides on what is said afterwards about what was recorded: taking back, correcting, opening
 * again, having looked (EV-5, OS-7, EX-2). Part of {@link Decider}; pure.
 */
public final class Afterwards {

    /** For this long the recorder may take an event back alone (EV-5). */
    public static final Duration UNDO_MAX = Duration.ofSeconds(60);

    private final Floor floor;
    private final StationCode station;
    private final TimeReading now;

    Afterwards(Floor floor, StationCode station, TimeReading now) {
        this.floor = floor;
        this.station = station;
        this.now = now;
    }

    Decision undo(Command.Undo undo, Operator operator) {
        Event target = floor.event(undo.target()).orElse(null);
        WorkSession approved = approvedRun(target);
        if (approved != null) {
            return Guide.locked(approved, "void");
        }
        boolean possible =
                target != null
                        && !floor.voided(undo.target())
                        && !(target.fact() instanceof PlanFact)
                        && !(target.fact() instanceof RunFact.ChangeRefused)
                        && mayCorrect(target, operator);
        return possible
                ? new Accepted(new Correction.Voided(undo.target(), undo.reason()))
                : Refused.because(Refusal.NOT_ALLOWED);
    }

    /** The approved run that an event is of, or speaks of, if it is of one (SOP-5). */
    private @Nullable WorkSession approvedRun(@Nullable Event target) {
        Event about = target;
        while (about != null && about.fact() instanceof Correction correction) {
            about = floor.event(correction.target()).orElse(null);
        }
        if (about == null || !(about.fact() instanceof RunFact fact)) {
            return null;
        }
        EventId run = fact instanceof RunFact.InRun in ? in.run() : about.id();
        return floor.sops().session(run).filter(WorkSession::locked).orElse(null);
    }

    Decision correct(Command.Correct correct, Operator operator) {
        Event target = floor.event(correct.target()).orElse(null);
        boolean possible =
                target != null
                        && !floor.voided(correct.target())
                        && target.fact() instanceof WorkFact.Counted counted
                        && counted.serials().isEmpty()
                        && mayCorrect(target, operator);
        if (!possible) {
            return Refused.because(Refusal.NOT_ALLOWED);
        }
        if (correct.quantity() < 1 || correct.quantity() > Counts.QUANTITY_MAX) {
            return Refused.because(Refusal.QTY_INVALID);
        }
        return new Accepted(
                new Correction.Corrected(
                        correct.target(), (int) correct.quantity(), correct.reason()));
    }

    Decision reopen(Command.Reopen reopen, Operator operator, TaskState task) {
        Session session =
                task.sessions().stream()
                        .filter(candidate -> candidate.core().id().equals(reopen.session()))
                        .findFirst()
                        .orElse(null);
        boolean stale =
                session instanceof Session.Completed closed
                        && closed.cause() == Session.Cause.STALE
                        && task.openSession(session.core().operator()).isEmpty();
        return session != null && stale && operator.role().supervises()
                ? new Accepted(
                        new SessionRule.Reopened(
                                task.id(),
                                session.core().operator(),
                                reopen.session(),
                                reopen.reason()))
                : Refused.because(Refusal.NOT_ALLOWED);
    }

    Decision acknowledge(Command.Acknowledge acknowledge, Operator operator) {
        boolean known =
                floor.exceptions().stream()
                        .anyMatch(exception -> exception.key().equals(acknowledge.exception()));
        return known && operator.role().supervises()
                ? new Accepted(new Acknowledged(acknowledge.exception(), acknowledge.note()))
                : Refused.because(Refusal.NOT_ALLOWED);
    }

    private boolean mayCorrect(Event target, Operator operator) {
        boolean own = operator.code().equals(target.operator());
        Duration age = now.since(target.clock(), station.equals(target.station()));
        return operator.role().supervises() || (own && age.compareTo(UNDO_MAX) <= 0);
    }
}
