package stint.wire.snapshot;

import stint.domain.event.Hlc;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.station.StationExport;

import java.io.IOException;

/** What happened at stations, within a fold's export. */
final class StationExportCodec {

    private StationExportCodec() {}

    static void write(PackedOutput out, EventTable.Out events, StationExport export)
            throws IOException {
        out.all(export.facts(), events::event);
        out.all(
                export.seats(),
                seat -> {
                    out.name(seat.bench().value());
                    out.name(seat.operator().value());
                    out.all(
                            seat.tasks(),
                            task -> {
                                Ids.write(out, task.task());
                                write(out, task.from());
                                write(out, task.to());
                            });
                    out.all(seat.scrapped(), events::event);
                });
    }

    private static void write(PackedOutput out, Hlc hlc) throws IOException {
        out.signed(hlc.millis());
        out.number(hlc.counter());
    }

    static StationExport read(PackedInput in, EventTable.In events) throws IOException {
        return new StationExport(
                in.all(events::event),
                in.all(() ->
                        new StationExport.OfSeat(
                                new StationCode(in.name()),
                                new OperatorCode(in.name()),
                                in.all(() -> task(in)),
                                in.all(events::event))));
    }

    private static StationExport.OfTask task(PackedInput in) throws IOException {
        TaskId task = Ids.readTask(in);
        return new StationExport.OfTask(task, hlc(in), hlc(in));
    }

    private static Hlc hlc(PackedInput in) throws IOException {
        return new Hlc(in.signed(), in.count());
    }
}
