package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.Codes;
import stint.domain.event.Correction;
import stint.domain.event.Counts;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.event.WorkFact;
import stint.domain.plan.Checklist;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Operator;
import stint.domain.plan.Station;
import stint.domain.station.StationSession;
import stint.domain.work.Decision.Accepted;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Decision.Refused;

import java.util.List;
import java.util.Optional;

/**
 * Where an operator is at a bench PC, and what the station there asks before work (ST-1, ST-2): the
 * part of {@link Decider} that knows of stations. Pure.
 *
 * @param floor what is known here
 * @param bench the bench PC
 */
public record Place(FloorView floor, StationCode bench) {

    /** The operator's open station session here. */
    public Optional<StationSession> session(OperatorCode operator) {
        return floor.stationSessions().of(operator, bench);
    }

    /** The stations that this bench PC serves and this operator may use, by code (ST-1). */
    public List<Station> stations(OperatorCode operator) {
        return floor.stations().stream()
                .filter(station -> station.servedBy(bench) && station.admits(operator))
                .toList();
    }

    /** The station where the operator is signed on, else the bench itself. */
    public Optional<Station> station(OperatorCode operator) {
        return floor.station(session(operator).map(StationSession::station).orElse(bench));
    }

    /**
     * The checklist that keeps the operator from what they want: from work the opening one, from
     * leaving after work the closing one. Empty when nothing does, or nobody is signed on.
     */
    public Checklist due(OperatorCode operator, ChecklistKind kind) {
        StationSession session = session(operator).orElse(null);
        Station station = station(operator).orElse(null);
        if (session == null || station == null || session.submission(kind) != null) {
            return Checklist.NONE;
        }
        boolean neverWorked =
                kind == ChecklistKind.CLOSING
                        && !station.opening().isEmpty()
                        && session.opening() == null;
        return neverWorked ? Checklist.NONE : station.checklist(kind);
    }

    /** Why the operator may not work here now; absent when they may. */
    @Nullable Refused refuseWork(OperatorCode operator) {
        if (!station(operator).map(station -> station.admits(operator)).orElse(true)) {
            return Refused.because(Refusal.NOT_ALLOWED);
        }
        if (session(operator).isEmpty() && asksToSignOn()) {
            return Refused.because(Refusal.NOT_SIGNED_ON);
        }
        return due(operator, ChecklistKind.OPENING).isEmpty()
                ? null
                : Refused.because(Refusal.CHECKLIST_DUE);
    }

    private boolean asksToSignOn() {
        return floor.stations().stream()
                .anyMatch(station -> station.servedBy(bench) && !station.opening().isEmpty());
    }

    /** Decides on a command about the place itself. */
    Decision decide(StationCommand command, Operator operator) {
        if (command instanceof StationCommand.SignOn signOn) {
            return signOn(signOn);
        }
        if (command instanceof StationCommand.CloseSessions close) {
            return close(close, operator);
        }
        if (command instanceof StationCommand.NewJob job) {
            return begin(job);
        }
        StationSession session = session(operator.code()).orElse(null);
        if (session == null) {
            return Refused.because(Refusal.NOT_SIGNED_ON);
        }
        return switch (command) {
            case StationCommand.SubmitChecklist submit -> submit(submit, session);
            case StationCommand.SetStatus set -> set(set, session);
            default -> signOff(session);
        };
    }

    private Decision signOn(StationCommand.SignOn signOn) {
        StationSession open = session(signOn.operator()).orElse(null);
        if (open != null) {
            return new Refused(Refusal.SIGNED_ON, 0, null, open.id());
        }
        StationCode wanted = signOn.station() == null ? bench : signOn.station();
        boolean itself = wanted.equals(bench);
        boolean allowed =
                floor.station(wanted)
                        .map(station ->
                                station.servedBy(bench) && station.admits(signOn.operator()))
                        .orElse(itself);
        return allowed
                ? new Accepted(new StationFact.SignedOn(itself ? null : wanted))
                : Refused.because(Refusal.NOT_ALLOWED);
    }

    private Decision submit(StationCommand.SubmitChecklist submit, StationSession session) {
        Checklist checklist =
                floor.station(session.station())
                        .map(station -> station.checklist(submit.kind()))
                        .orElse(Checklist.NONE);
        return checklist.missing(submit.answers()).isEmpty()
                ? new Accepted(
                        new StationFact.ChecklistSubmitted(
                                session.id(), submit.kind(), checklist.kept(submit.answers())))
                : Refused.because(Refusal.CHECKLIST_INCOMPLETE);
    }

    private Decision set(StationCommand.SetStatus set, StationSession session) {
        Refused refused =
                set.status() == StationStatus.PRODUCTION ? refuseWork(set.operator()) : null;
        return refused != null
                ? refused
                : new Accepted(
                        new StationFact.StatusSet(
                                session.id(), set.status(), set.reason(), set.note()));
    }

    private Decision signOff(StationSession session) {
        EventId running =
                floor.openSessions(session.operator()).stream()
                        .filter(work ->
                                work instanceof Session.Active
                                        && work.core().station().equals(bench))
                        .map(work -> work.core().id())
                        .findFirst()
                        .orElse(null);
        if (running != null) {
            return new Refused(Refusal.SESSION_OPEN, 0, null, running);
        }
        return due(session.operator(), ChecklistKind.CLOSING).isEmpty()
                ? new Accepted(new StationFact.SignedOff(session.id()))
                : Refused.because(Refusal.CHECKLIST_DUE);
    }

    /**
     * How a job would begin here for this operator whose number nobody knows; empty where none may
     * (ST-1).
     */
    public Optional<NewJobs> newJobs(OperatorCode operator) {
        return station(operator).map(Station::newJobs);
    }

    private Decision begin(StationCommand.NewJob job) {
        NewJobs begins = newJobs(job.operator()).orElse(null);
        if (begins == null || !Codes.isCode(job.ticket()) || floor.job(job.ticket()).isPresent()) {
            return Refused.because(Refusal.NOT_ALLOWED);
        }
        if (job.target() < 1 || job.target() > Counts.QUANTITY_MAX) {
            return Refused.because(Refusal.QTY_INVALID);
        }
        Refused refused = refuseWork(job.operator());
        return refused != null
                ? refused
                : new Accepted(
                        new PlanFact.JobReleased(begins.job(job.ticket(), (int) job.target())));
    }

    /**
     * What the station does from now on because of what its operator just recorded here: work makes
     * it produce, and the last work that is held, ended or taken back makes it stop, for the same
     * reason (ST-3). Being made ready or maintained it stays so until a piece is made. Empty when
     * nothing changes, or nobody is signed on.
     *
     * @param recorded what was recorded, and is part of the floor
     */
    public Optional<StationCommand.SetStatus> follows(OperatorCode operator, Fact recorded) {
        StationStatus now = session(operator).map(StationSession::status).orElse(null);
        boolean begins =
                recorded instanceof WorkFact.Started || recorded instanceof WorkFact.Resumed;
        boolean makes = recorded instanceof WorkFact.Counted;
        boolean leaves =
                recorded instanceof WorkFact.Held
                        || recorded instanceof WorkFact.SessionEnded
                        || recorded instanceof WorkFact.ShiftEnded
                        || recorded instanceof Correction.Voided
                        || makes;
        boolean atWork = isAtWork(operator);
        if (now == null) {
            return Optional.empty();
        }
        if (now == StationStatus.PRODUCTION) {
            String reason = recorded instanceof WorkFact.Held held ? held.reason() : null;
            return leaves && !atWork
                    ? Optional.of(set(operator, StationStatus.STOPPED, reason))
                    : Optional.empty();
        }
        boolean produces = (begins && now == StationStatus.STOPPED) || makes;
        return produces && atWork
                ? Optional.of(set(operator, StationStatus.PRODUCTION, null))
                : Optional.empty();
    }

    private boolean isAtWork(OperatorCode operator) {
        return floor.openSessions(operator).stream()
                .anyMatch(work ->
                        work instanceof Session.Active && work.core().station().equals(bench));
    }

    private static StationCommand.SetStatus set(
            OperatorCode operator, StationStatus status, @Nullable String reason) {
        return new StationCommand.SetStatus(operator, status, reason, null);
    }

    private Decision close(StationCommand.CloseSessions close, Operator operator) {
        boolean known =
                close.sessions().stream()
                        .allMatch(id ->
                                floor.stationSessions()
                                        .session(id)
                                        .filter(StationSession::open)
                                        .isPresent());
        return known && !close.sessions().isEmpty() && operator.role().supervises()
                ? new Accepted(new StationFact.Closed(close.sessions(), close.reason()))
                : Refused.because(Refusal.NOT_ALLOWED);
    }
}
