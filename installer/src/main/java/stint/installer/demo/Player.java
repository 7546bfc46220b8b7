package stint.installer.demo;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Operator;
import stint.domain.work.Command;
import stint.domain.work.Decision.Refusal;
import stint.installer.scenario.Scenario;
import stint.installer.scenario.Step;
import stint.installer.simulate.Confirmation;
import stint.station.core.Outcome;
import stint.station.core.StationCore;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Plays a day on real cores and clocks, at a speed one can watch. One thread. */
final class Player {

    private final Scenario day;
    private final DemoFloor floor;
    private final Duration length;
    private final CountDownLatch stop;
    private final Consumer<String> says;
    private final BoardWatch watch;
    private final Consumer<Done> done;

    /** Something was recorded at a bench. */
    record Done(StationCode station, Command command) {}

    /**
     * @param length how long the day takes
     * @param stop ends it at once when it is counted down
     * @param says is told what happens, a line at a time
     * @param watch is told of taps whose way to the board can be measured
     * @param done is told what was recorded
     */
    Player(
            Scenario day,
            DemoFloor floor,
            Duration length,
            CountDownLatch stop,
            Consumer<String> says,
            BoardWatch watch,
            Consumer<Done> done) {
        this.day = day;
        this.floor = floor;
        this.length = length;
        this.stop = stop;
        this.says = says;
        this.watch = watch;
        this.done = done;
    }

    /**
     * Plays the day.
     *
     * @return false when it was stopped before its end
     */
    boolean play() throws IOException, InterruptedException {
        Instant morning = day.steps().getFirst().head().at();
        double whole = Duration.between(morning, day.steps().getLast().head().at()).toMillis();
        long begun = System.nanoTime();
        for (Step step : day.steps()) {
            double part = Duration.between(morning, step.head().at()).toMillis() / whole;
            long due = begun + (long) (part * length.toNanos());
            if (stop.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            take(step);
        }
        return true;
    }

    private void take(Step step) throws IOException {
        switch (step) {
            case Step.Work work -> work(work);
            case Step.Cancel cancel ->
                    floor.client().cancel(cancel.task(), cancel.operator(), "cancelled");
            case Step.Link link -> {
                if (link.online()) {
                    floor.cable(link.station()).plug();
                    say(step, link.station() + " is plugged in again");
                } else {
                    watch.cut();
                    floor.cable(link.station()).pull();
                    say(step, link.station() + " loses its network; work goes on");
                }
            }
            case Step.Server server -> server(server);
            case Step.Later any -> say(step, "(not part of the demo)");
            case Step.Crash any -> say(step, "(not part of the demo)");
            case Step.Reboot any -> say(step, "(not part of the demo)");
            case Step.ClockJump any -> say(step, "(not part of the demo)");
            case Step.Check any -> say(step, "(not part of the demo)");
        }
    }

    private void server(Step.Server step) throws IOException {
        switch (step.action()) {
            case STOP, RESTORE -> {
                say(step, "the server stops; benches go on, the board says how old it is");
                watch.cut();
                floor.stopServer();
            }
            case START, BACKUP -> {
                floor.startServer();
                say(step, "the server is back; all that was recorded meanwhile arrives");
            }
        }
    }

    private void work(Step.Work work) {
        StationCore core = floor.core(work.station());
        long tappedAt = System.nanoTime();
        Outcome outcome = submit(core, work.command());
        if (outcome instanceof Outcome.Refused(var refusal)
                && refusal.code() == Refusal.SESSION_OPEN) {
            Command confirmed = Confirmation.withSwitch(work.command());
            outcome = confirmed == null ? outcome : submit(core, confirmed);
        }
        if (outcome instanceof Outcome.Recorded) {
            done.accept(new Done(work.station(), work.command()));
        }
        if (outcome instanceof Outcome.Recorded
                && work.command() instanceof Command.Complete complete
                && floor.reaches(work.station())) {
            core.state()
                    .floor()
                    .task(complete.task())
                    .ifPresent(task -> watch.tapped(task.id(), task.good(), tappedAt));
        }
        String result =
                switch (outcome) {
                    case Outcome.Recorded done -> "";
                    case Outcome.Refused(var refusal) -> "  refused: " + refusal.code();
                    case Outcome.Failed failed -> "  failed: " + failed.code();
                };
        say(work, "%-8s %s%s".formatted(work.station(), words(work.command()), result));
    }

    private static Outcome submit(StationCore core, Command command) {
        try {
            return core.submit(core.newCommand(), command).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a bench failed", e);
        }
    }

    private String words(Command command) {
        String what =
                switch (command) {
                    case Command.Count count when !count.serials().isEmpty() ->
                            " " + count.serials().getFirst() + " at ";
                    case Command.Count count -> " " + count.quantity() + " at ";
                    case Command.OnTask any -> " ";
                    default -> "";
                };
        String verb = command.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String where = command instanceof Command.OnTask onTask ? task(onTask.task()) : "";
        return name(command.operator()) + ": " + verb.toLowerCase(Locale.ROOT) + what + where;
    }

    private String name(OperatorCode code) {
        return day.operators().stream()
                .filter(operator -> operator.code().equals(code))
                .map(Operator::name)
                .findFirst()
                .orElse(code.value());
    }

    private String task(TaskId id) {
        return day.jobs().stream()
                .flatMap(job ->
                        job.tasks().stream()
                                .filter(task -> task.id().equals(id))
                                .map(task -> job.name() + " · " + task.name()))
                .findFirst()
                .orElse(id.toString());
    }

    private void say(Step step, String what) {
        says.accept("  %s  %s".formatted(day.time().text(step.head().at()), what));
    }
}
