package stint.installer.simulate;

import org.jspecify.annotations.Nullable;

import stint.domain.event.SecondStart;
import stint.domain.work.Command;

/** What an operator answers who is active on a task, starts another, and is asked (OS-8). */
public final class Confirmation {

    private Confirmation() {}

    /** The command with the answer "switch"; null where nothing is asked or it is answered. */
    public static @Nullable Command withSwitch(Command command) {
        return switch (command) {
            case Command.Start start when start.choice() == null ->
                    new Command.Start(
                            start.operator(),
                            start.task(),
                            SecondStart.SWITCH,
                            start.piece(),
                            start.approval());
            case Command.Resume resume when resume.choice() == null ->
                    new Command.Resume(
                            resume.operator(),
                            resume.task(),
                            SecondStart.SWITCH,
                            resume.approval());
            default -> null;
        };
    }
}
