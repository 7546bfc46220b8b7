package stint.server.trace;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Product;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;
import stint.domain.work.JobFlow;
import stint.domain.work.PieceTime;
import stint.domain.work.TaskState;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what customers may know of a piece: a pure function of the floor (TR-1). */
public final class Passport {

    private static final double SECONDS_PER_MINUTE = 60.0;

    private final FloorView floor;
    private final Job job;
    private final Serial serial;
    private final List<PieceTime> history;

    private Passport(FloorView floor, Job job, Serial serial) {
        this.floor = floor;
        this.job = job;
        this.serial = serial;
        history =
                floor.flow(job.ticket())
                        .map((JobFlow flow) -> flow.history(serial))
                        .orElse(List.of());
    }

    /**
     * What may be told of a piece of a job.
     *
     * @param zone the site's, for the day it was completed
     */
    public static PublicSerial of(FloorView floor, Job job, Serial serial, ZoneId zone) {
        return new Passport(floor, job, serial).told(zone);
    }

    /** The product of a job, where it is known. */
    public static Optional<Product> product(FloorView floor, Job job) {
        return Optional.ofNullable(job.product()).flatMap(floor::product);
    }

    private PublicSerial told(ZoneId zone) {
        Product product = product(floor, job).orElse(null);
        boolean handcrafted = job.line() == Line.ATELIER;
        PublicSerial.State state = state();
        Instant last = history.isEmpty() ? null : history.getLast().to();
        boolean complete = state == PublicSerial.State.COMPLETE && last != null;
        String order = job.order();
        return new PublicSerial(
                serial.value(),
                state,
                product != null ? product.name() : handcrafted ? job.name() : null,
                product == null ? null : product.brand(),
                product == null ? null : product.gtin(),
                handcrafted,
                handcrafted && state != PublicSerial.State.SCRAPPED
                        ? history.stream().map(this::step).toList()
                        : List.of(),
                complete ? LocalDate.ofInstant(last, zone) : null,
                handcrafted ? null : order == null ? job.ticket() : order);
    }

    private PublicSerial.State state() {
        List<TaskState> states =
                job.tasks().stream().flatMap(task -> floor.task(task.id()).stream()).toList();
        if (states.stream().anyMatch(task -> task.scrapped().contains(serial))) {
            return PublicSerial.State.SCRAPPED;
        }
        Set<Integer> cancelled =
                states.stream()
                        .filter(TaskState::cancelled)
                        .map(task -> task.id().sequence())
                        .collect(Collectors.toSet());
        Set<Integer> done =
                history.stream().map(piece -> piece.task().sequence()).collect(Collectors.toSet());
        boolean all =
                job.tasks().stream()
                        .map(task -> task.id().sequence())
                        .filter(task -> !cancelled.contains(task))
                        .allMatch(done::contains);
        boolean again = states.stream().anyMatch(task -> task.awaitingRework().contains(serial));
        return all && !again && !history.isEmpty()
                ? PublicSerial.State.COMPLETE
                : PublicSerial.State.IN_WORK;
    }

    private PublicSerial.Step step(PieceTime piece) {
        return new PublicSerial.Step(
                name(piece),
                artisan(piece),
                piece.from(),
                piece.to(),
                piece.worked().toSeconds() / SECONDS_PER_MINUTE,
                piece.grade().name().toLowerCase(Locale.ROOT));
    }

    private String name(PieceTime piece) {
        return job.tasks().stream()
                .filter(task -> task.id().equals(piece.task()))
                .map(Task::name)
                .findFirst()
                .orElse(Integer.toString(piece.task().sequence()));
    }

    private @Nullable String artisan(PieceTime piece) {
        return floor.publicName(piece.operator()).orElse(null);
    }
}
