package stint.station.ui.bench;

import stint.domain.event.Approval;
import stint.domain.event.SecondStart;
import stint.domain.work.Command;

/** The same command once more, with what was missing when it was refused. */
public final class Commands {

    private Commands() {}

    /** Whether a supervisor's leave could change the answer (PR-4, PR-5). */
    public static boolean approvable(Command.OnTask command) {
        return switch (command) {
            case Command.Start start -> start.approval() == null;
            case Command.Resume resume -> resume.approval() == null;
            case Command.Complete complete -> complete.approval() == null;
            case Command.Pass pass -> pass.approval() == null;
            case Command.SendBack back -> false;
            case Command.Reopen reopen -> false;
            case Command.Hold hold -> false;
            case Command.Scrap scrap -> false;
            case Command.EndSession end -> false;
            case Command.Cancel cancel -> false;
        };
    }

    /** With a supervisor's leave, where it takes one. */
    public static Command approved(Command.OnTask command, Approval approval) {
        return switch (command) {
            case Command.Start start ->
                    new Command.Start(
                            start.operator(),
                            start.task(),
                            start.choice(),
                            start.piece(),
                            approval);
            case Command.Resume resume ->
                    new Command.Resume(resume.operator(), resume.task(), resume.choice(), approval);
            case Command.Complete complete ->
                    new Command.Complete(
                            complete.operator(),
                            complete.task(),
                            complete.quantity(),
                            complete.serials(),
                            approval);
            case Command.Pass pass ->
                    new Command.Pass(
                            pass.operator(),
                            pass.task(),
                            pass.quantity(),
                            pass.serials(),
                            approval);
            case Command.SendBack back -> back;
            case Command.Reopen reopen -> reopen;
            case Command.Hold hold -> hold;
            case Command.Scrap scrap -> scrap;
            case Command.EndSession end -> end;
            case Command.Cancel cancel -> cancel;
        };
    }

    /** With the answer to "you have work open", where it takes one (OS-8). */
    public static Command answered(Command.OnTask command, SecondStart choice) {
        return switch (command) {
            case Command.Start start ->
                    new Command.Start(
                            start.operator(),
                            start.task(),
                            choice,
                            start.piece(),
                            start.approval());
            case Command.Resume resume ->
                    new Command.Resume(resume.operator(), resume.task(), choice, resume.approval());
            case Command.SendBack back -> back;
            case Command.Reopen reopen -> reopen;
            case Command.Hold hold -> hold;
            case Command.Count count -> count;
            case Command.EndSession end -> end;
            case Command.Cancel cancel -> cancel;
        };
    }
}
