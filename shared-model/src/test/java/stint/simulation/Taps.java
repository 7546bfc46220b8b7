package stint.simulation;

import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.SecondStart;
import stint.domain.event.TaskId;
import stint.domain.work.Command;

import java.util.List;
import java.util.Random;

/** What people ask of a bench. */
final class Taps {

    private Taps() {}

    /**
     * A random command.
     *
     * @param recorded some event the bench recorded before, which may be taken back
     */
    static Command command(Random luck, EventId recorded) {
        OperatorCode who = new OperatorCode(Jobs.PEOPLE.get(luck.nextInt(Jobs.PEOPLE.size())));
        OperatorCode boss = new OperatorCode(Jobs.SUPERVISOR);
        TaskId task = Jobs.task(luck);
        SecondStart choice = SecondStart.values()[luck.nextInt(SecondStart.values().length)];
        int quantity = 1 + luck.nextInt(3);
        var piece = Jobs.serial(1 + luck.nextInt(Jobs.PIECES));
        return switch (luck.nextInt(13)) {
            case 0, 1, 2 -> new Command.Start(who, task, choice, null, null);
            case 3 -> new Command.Hold(who, task, "break");
            case 4 -> new Command.Resume(who, task, choice, null);
            case 5, 6 -> new Command.Complete(who, task, quantity, List.of(), null);
            case 7, 8 -> new Command.Complete(who, task, 0, List.of(piece), null);
            case 9 -> new Command.Scrap(who, task, quantity, List.of(), "stitch");
            case 10 -> new Command.EndSession(who, task);
            case 11 ->
                    luck.nextBoolean()
                            ? new Command.EndShift(who)
                            : new Command.SendBack(who, task, List.of(piece), 1, "stitch");
            default ->
                    luck.nextBoolean()
                            ? new Command.Undo(boss, recorded, "wrong")
                            : new Command.Correct(boss, recorded, quantity, "counted again");
        };
    }
}
