package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Approval;
import stint.domain.event.Counts;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.work.Decision.Accepted;
import stint.domain.work.Decision.Refusal;
import stint.domain.work.Decision.Refused;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says yes or no to a command, from what this replica knows (EV-3): the only place where anything
 * is refused. Pure.
 */
public final class Decider {

    private final Floor floor;
    private final StationCode station;
    private final TimeReading now;

    private Decider(Floor floor, StationCode station, TimeReading now) {
        this.floor = floor;
        this.station = station;
        this.now = now;
    }

    /**
     * Decides.
     *
     * @param floor what is known here
     * @param station where the command was given
     * @param now that station's clocks
     */
    public static Decision decide(
            Floor floor, Command command, StationCode station, TimeReading now) {
        return new Decider(floor, station, now).decide(command);
    }

    private Decision decide(Command command) {
        Operator operator = floor.operator(command.operator()).orElse(null);
        if (operator == null) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        return switch (command) {
            case StationCommand atStation -> new Place(floor, station).decide(atStation, operator);
            case RunCommand guided -> new Guide(floor, station).decide(guided, operator);
            case Command.OnTask onTask -> {
                TaskState task = floor.task(onTask.task()).orElse(null);
                yield task == null || task.job() == null || task.task() == null || task.cancelled()
                        ? refuse(Refusal.NOT_ALLOWED)
                        : decideOnTask(onTask, operator, task, task.job(), task.task().mode());
            }
            case Command.EndShift end -> new Accepted(new WorkFact.ShiftEnded());
            case Command.Undo undo -> new Afterwards(floor, station, now).undo(undo, operator);
            case Command.Correct correct ->
                    new Afterwards(floor, station, now).correct(correct, operator);
            case Command.Acknowledge acknowledge ->
                    new Afterwards(floor, station, now).acknowledge(acknowledge, operator);
        };
    }

    private Decision decideOnTask(
            Command.OnTask command, Operator operator, TaskState task, Job job, ProcessMode mode) {
        Session own = task.openSession(command.operator()).orElse(null);
        EventId ownId = own == null ? null : own.core().id();
        Refused noPlace =
                command.works() ? new Place(floor, station).refuseWork(command.operator()) : null;
        if (noPlace != null) {
            return noPlace;
        }
        return switch (command) {
            case Command.Start start -> start(start, task, job, own);
            case Command.Resume resume -> resume(resume, task, own);
            case Command.Hold hold ->
                    own == null
                            ? refuse(Refusal.NOT_ALLOWED)
                            : accept(new WorkFact.Held(task.id(), ownId, hold.reason()));
            case Command.Complete complete -> {
                Decision.Refused refused =
                        refuseGood(complete, complete.approval(), task, job, mode, own);
                yield refused != null
                        ? refused
                        : accept(
                                new WorkFact.Completed(
                                        task.id(),
                                        ownId,
                                        count(complete),
                                        complete.serials(),
                                        complete.approval()));
            }
            case Command.Pass pass -> {
                Decision.Refused refused = refuseGood(pass, pass.approval(), task, job, mode, own);
                yield refused != null
                        ? refused
                        : accept(
                                new WorkFact.Passed(
                                        task.id(),
                                        ownId,
                                        count(pass),
                                        pass.serials(),
                                        pass.approval()));
            }
            case Command.Scrap scrap -> scrap(scrap, task, job, mode, own);
            case Command.EndSession end ->
                    own == null
                            ? refuse(Refusal.NOT_ALLOWED)
                            : accept(new WorkFact.SessionEnded(task.id(), ownId));
            case Command.SendBack back -> sendBack(back, task, job, own);
            case Command.Reopen reopen ->
                    new Afterwards(floor, station, now).reopen(reopen, operator, task);
            case Command.Cancel cancel ->
                    operator.role().supervises()
                            ? accept(new PlanFact.TaskCancelled(task.id(), cancel.reason()))
                            : refuse(Refusal.NOT_ALLOWED);
        };
    }

    private Decision start(Command.Start start, TaskState task, Job job, @Nullable Session own) {
        if (start.piece() != null && !job.serials().contains(start.piece())) {
            return new Refused(Refusal.SERIAL_UNKNOWN, 0, start.piece(), null);
        }
        if (start.piece() != null && task.isComplete(start.piece())) {
            return new Refused(Refusal.SERIAL_DONE, 0, start.piece(), null);
        }
        Second second = second(start.operator(), task, own, start.choice());
        Refused refused = refuseOpening(task, start.approval(), second);
        return refused != null
                ? refused
                : accept(
                        new WorkFact.Started(
                                task.id(),
                                own == null ? null : own.core().id(),
                                second.choice(),
                                second.leaving(),
                                start.piece(),
                                start.approval()));
    }

    private Decision resume(Command.Resume resume, TaskState task, @Nullable Session own) {
        Second second = second(resume.operator(), task, own, resume.choice());
        Refused refused = refuseOpening(task, resume.approval(), second);
        return refused != null
                ? refused
                : accept(
                        new WorkFact.Resumed(
                                task.id(),
                                own == null ? null : own.core().id(),
                                second.choice(),
                                second.leaving(),
                                resume.approval()));
    }

    /** Done, and nothing was sent back to it (PR-5, DP-4). */
    private static boolean isClosed(TaskState task) {
        return task.status() == TaskStatus.DONE && task.awaitingRework().isEmpty();
    }

    private @Nullable Refused refuseOpening(
            TaskState task, @Nullable Approval approval, Second second) {
        Refused refused = refuseApproval(approval);
        if (refused != null) {
            return refused;
        }
        if (isClosed(task) && approval == null) {
            return refuse(Refusal.TASK_DONE);
        }
        return second.inTheWay() == null
                ? null
                : new Refused(Refusal.SESSION_OPEN, 0, null, second.inTheWay());
    }

    /**
     * What becomes of the operator's other active sessions (OS-8).
     *
     * @param choice for the fact; absent where there is no other
     * @param leaving the others
     * @param inTheWay the session because of which the start is refused, if it is
     */
    private record Second(
            @Nullable SecondStart choice, List<EventId> leaving, @Nullable EventId inTheWay) {}

    private Second second(
            OperatorCode operator,
            TaskState task,
            @Nullable Session own,
            @Nullable SecondStart choice) {
        List<EventId> others =
                floor.openSessions(operator).stream()
                        .filter(session ->
                                session instanceof Session.Active
                                        && !session.core().task().equals(task.id()))
                        .map(session -> session.core().id())
                        .toList();
        boolean atIt = own instanceof Session.Active;
        if (own != null && atIt && own.core().station().equals(station)) {
            return new Second(SecondStart.STAY, List.of(), null);
        }
        if (others.isEmpty()) {
            return new Second(null, others, null);
        }
        boolean leaves = choice == SecondStart.SWITCH || choice == SecondStart.HOLD;
        if (atIt || (policy() == SecondStartPolicy.PARALLEL && !leaves)) {
            return new Second(SecondStart.PARALLEL, others, null);
        }
        boolean refused = policy() == SecondStartPolicy.REFUSE || !leaves;
        return new Second(choice, others, refused ? others.getFirst() : null);
    }

    private SecondStartPolicy policy() {
        return floor.station(station).map(Station::secondStart).orElse(SecondStartPolicy.SWITCH);
    }

    private @Nullable Refused refuseGood(
            Command.Count command,
            @Nullable Approval approval,
            TaskState task,
            Job job,
            ProcessMode mode,
            @Nullable Session own) {
        boolean named = !command.serials().isEmpty();
        if (named != (mode == ProcessMode.PIECE) || !isQuantity(count(command), command)) {
            return refuse(Refusal.QTY_INVALID);
        }
        Refused refused = refuseApproval(approval);
        boolean rework = named && task.awaitingRework().containsAll(command.serials());
        if (refused == null && !rework && task.status() == TaskStatus.DONE && approval == null) {
            refused = refuse(Refusal.TASK_DONE);
        }
        if (refused == null) {
            refused = refuseSerials(command.serials(), task, job);
        }
        if (refused == null && own == null) {
            refused = refuseImplicitStart(command.operator(), task);
        }
        if (refused == null && !rework && approval == null && count(command) > task.allowed()) {
            refused = new Refused(Refusal.TOLERANCE_EXCEEDED, task.allowed(), null, null);
        }
        return refused;
    }

    /**
     * A complete that opens a session leaves the others as a switch would; only a switch needs no
     * question.
     */
    private @Nullable Refused refuseImplicitStart(OperatorCode operator, TaskState task) {
        Second second = second(operator, task, null, SecondStart.SWITCH);
        boolean elsewhere = !second.leaving().isEmpty();
        return elsewhere && policy() != SecondStartPolicy.SWITCH
                ? new Refused(Refusal.SESSION_OPEN, 0, null, second.leaving().getFirst())
                : null;
    }

    private static @Nullable Refused refuseSerials(List<Serial> serials, TaskState task, Job job) {
        Set<Serial> known = new HashSet<>(job.serials());
        Set<Serial> seen = new HashSet<>();
        for (Serial serial : serials) {
            if (!known.contains(serial)) {
                return new Refused(Refusal.SERIAL_UNKNOWN, 0, serial, null);
            }
            if (task.isComplete(serial) || !seen.add(serial)) {
                return new Refused(Refusal.SERIAL_DONE, 0, serial, null);
            }
        }
        return null;
    }

    private Decision scrap(
            Command.Scrap scrap, TaskState task, Job job, ProcessMode mode, @Nullable Session own) {
        boolean named = !scrap.serials().isEmpty();
        if ((named && mode == ProcessMode.BATCH) || !isQuantity(count(scrap), scrap)) {
            return refuse(Refusal.QTY_INVALID);
        }
        if (isClosed(task) && own == null) {
            return refuse(Refusal.TASK_DONE);
        }
        for (Serial serial : scrap.serials()) {
            if (!job.serials().contains(serial)) {
                return new Refused(Refusal.SERIAL_UNKNOWN, 0, serial, null);
            }
        }
        Refused refused = own == null ? refuseImplicitStart(scrap.operator(), task) : null;
        return refused != null
                ? refused
                : accept(
                        new WorkFact.Scrapped(
                                task.id(),
                                own == null ? null : own.core().id(),
                                count(scrap),
                                scrap.serials(),
                                scrap.reason()));
    }

    /**
     * Only a piece that is complete at the task it goes back to has anything to do again (DP-4).
     */
    private Decision sendBack(
            Command.SendBack back, TaskState task, Job job, @Nullable Session own) {
        TaskState to = floor.task(new TaskId(job.ticket(), Math.max(1, back.to()))).orElse(null);
        boolean before = JobFlow.visitedAgain(job, back.to()).contains(task.id().sequence());
        if (back.serials().isEmpty() || to == null || to.task() == null || !before) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        for (Serial serial : back.serials()) {
            if (!to.isComplete(serial)) {
                return new Refused(Refusal.SERIAL_UNKNOWN, 0, serial, null);
            }
        }
        Refused refused = own == null ? refuseImplicitStart(back.operator(), task) : null;
        return refused != null
                ? refused
                : accept(
                        new WorkFact.SentBack(
                                task.id(),
                                own == null ? null : own.core().id(),
                                back.serials(),
                                back.to(),
                                back.reason()));
    }

    private @Nullable Refused refuseApproval(@Nullable Approval approval) {
        boolean valid =
                approval == null
                        || floor.operator(approval.supervisor())
                                .map(Operator::role)
                                .filter(Role::supervises)
                                .isPresent();
        return valid ? null : refuse(Refusal.NOT_ALLOWED);
    }

    private static boolean isQuantity(int quantity, Command.Count command) {
        return quantity >= 1
                && quantity <= Counts.QUANTITY_MAX
                && (command.serials().isEmpty() ? command.quantity() == quantity : true);
    }

    private static int count(Command.Count command) {
        return command.serials().isEmpty()
                ? Math.clamp(command.quantity(), Integer.MIN_VALUE, Integer.MAX_VALUE)
                : command.serials().size();
    }

    private static Accepted accept(Fact fact) {
        return new Accepted(fact);
    }

    private static Refused refuse(Refusal code) {
        return Refused.because(code);
    }
}
