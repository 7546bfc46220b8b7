package stint.wire.snapshot;

import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.floor.FoldExport;
import stint.domain.plan.Job;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fold's export as bytes. What is at hand is written as events, in their own form; what was put
 * away, which is nearly all of a long history, field by field. Jackson would write every name of
 * every field of millions of pieces, and spell out what a difference of one or two bytes says.
 *
 * <p>An aggregate that joins the export gets its lines here, in both methods, in the same order.
 */
public final class FoldCodec {

    /** The form written; one of another number is not read. Raise it with every change. */
    public static final int VERSION = 3;

    private FoldCodec() {}

    /** Writes an export. */
    public static void write(PackedOutput out, FoldExport export) throws IOException {
        EventTable.Out events = new EventTable.Out(out);
        Map<String, Job> jobs = jobs(export.plan());
        TaskStateWriter states = new TaskStateWriter(out, jobs);
        out.all(export.stations(), station -> writeStation(out, station));
        out.all(export.plan(), events::event);
        out.all(export.corrections(), events::event);
        out.all(export.acknowledgements(), events::event);
        out.all(export.sentBack(), events::event);
        out.all(
                export.operators(),
                operator -> {
                    out.name(operator.operator().value());
                    out.signed(operator.heldFromMillis());
                    out.all(operator.moves(), events::event);
                    out.all(operator.closedUpTo(), events::event);
                });
        out.all(
                export.tasks(),
                task -> {
                    Ids.write(out, task.task());
                    out.all(task.events(), events::event);
                    out.all(task.moves(), events::event);
                });
        out.all(export.archived(), states::write);
        StationExportCodec.write(out, events, export.atStations());
        out.all(export.guided(), events::event);
        out.all(export.held(), events::event);
        out.signed(export.newestMillis());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else; {@link IllegalArgumentException} when a value
     *     is out of range
     */
    public static FoldExport read(PackedInput in) throws IOException {
        EventTable.In events = new EventTable.In(in);
        List<FoldExport.OfStation> stations = in.all(() -> readStation(in));
        List<Event> plan = in.all(events::event);
        TaskStateReader states = new TaskStateReader(in, jobs(plan));
        return new FoldExport(
                stations,
                plan,
                in.all(events::event),
                in.all(events::event),
                in.all(events::event),
                in.all(() ->
                        new FoldExport.OfOperator(
                                new OperatorCode(in.name()),
                                in.signed(),
                                in.all(events::event),
                                in.all(events::event))),
                in.all(() -> {
                    TaskId task = Ids.readTask(in);
                    return new FoldExport.OfTask(
                            task, in.all(events::event), in.all(events::event));
                }),
                in.all(states::read),
                StationExportCodec.read(in, events),
                in.all(events::event),
                in.all(events::event),
                in.signed());
    }

    private static Map<String, Job> jobs(List<Event> plan) {
        Map<String, Job> jobs = new HashMap<>();
        for (Event event : plan) {
            if (event.fact() instanceof PlanFact.JobReleased released) {
                jobs.put(released.job().ticket(), released.job());
            }
        }
        return jobs;
    }

    private static void writeStation(PackedOutput out, FoldExport.OfStation station)
            throws IOException {
        out.name(station.station().value());
        out.all(
                station.epochs().entrySet(),
                epoch -> {
                    out.number(epoch.getKey());
                    out.number(epoch.getValue().dense());
                    out.all(epoch.getValue().beyond(), out::number);
                });
        out.all(
                station.suspectBoots().entrySet(),
                boot -> {
                    out.signed(boot.getKey());
                    Ids.write(out, boot.getValue());
                });
        out.all(station.unread(), id -> Ids.write(out, id));
    }

    private static FoldExport.OfStation readStation(PackedInput in) throws IOException {
        StationCode station = new StationCode(in.name());
        Map<Integer, FoldExport.OfEpoch> epochs = new HashMap<>();
        int epochCount = in.count();
        for (int index = 0; index < epochCount; index++) {
            int number = in.count();
            long dense = in.number();
            epochs.put(number, new FoldExport.OfEpoch(dense, Set.copyOf(in.all(in::number))));
        }
        Map<Long, EventId> suspectBoots = new HashMap<>();
        int bootCount = in.count();
        for (int index = 0; index < bootCount; index++) {
            long boot = in.signed();
            suspectBoots.put(boot, Ids.readEvent(in));
        }
        return new FoldExport.OfStation(
                station, epochs, suspectBoots, new HashSet<>(in.all(() -> Ids.readEvent(in))));
    }
}
