package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.domain.event.Serial;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.work.Floor;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.reconcile.Picture;
import stint.server.trace.Epcis;
import stint.server.trace.JobResponse;
import stint.server.trace.SerialIndex;
import stint.wire.WireJson;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;

/** What other systems read of pieces and tasks: EPCIS 2.0 and B2MML (TR-1). */
final class TraceRoutes {

    private final Inbox inbox;
    private final Writes writes;
    private final SerialIndex index;
    private final Clocks clocks;
    private final @Nullable URI address;
    private final ZoneId zone;

    TraceRoutes(
            Inbox inbox,
            Writes writes,
            SerialIndex index,
            Clocks clocks,
            @Nullable URI address,
            ZoneId zone) {
        this.inbox = inbox;
        this.writes = writes;
        this.index = index;
        this.clocks = clocks;
        this.address = address;
        this.zone = zone;
    }

    void register(RoutesConfig routes) {
        Route.SERIAL_EPCIS.serve(routes, this::serial);
        Route.JOB_EPCIS.serve(routes, this::job);
        Route.JOB_RESPONSE.serve(routes, this::jobResponse);
    }

    private void serial(Context context) {
        Serial serial = Params.serial(context.pathParam("serial"));
        Picture picture = inbox.picture();
        Job job = index.job(picture, serial).orElseThrow(() -> none("piece " + serial));
        String base = Html.base(context, address);
        send(
                context,
                writes.ask(floor -> Epcis.ofSerial(floor, job, serial, base, zone, clocks.read())));
    }

    private void job(Context context) {
        String ticket = context.pathParam("ticket");
        String base = Html.base(context, address);
        send(
                context,
                writes.ask(floor ->
                        Epcis.ofJob(floor, known(floor, ticket), base, zone, clocks.read())));
    }

    private static Job known(Floor floor, String ticket) {
        return floor.job(ticket).orElseThrow(() -> none("job " + ticket));
    }

    private static void send(Context context, Map<String, Object> document) {
        context.contentType(Epcis.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .result(WireJson.write(document));
    }

    private void jobResponse(Context context) {
        TaskId id = Params.task(context);
        context.contentType("application/xml")
                .header("Cache-Control", "no-store")
                .result(
                        JobResponse.of(
                                inbox.picture()
                                        .floor()
                                        .task(id)
                                        .orElseThrow(() -> none("task " + id))));
    }

    private static FaultException none(String what) {
        return FaultException.of(Fault.NOT_FOUND, "there is no " + what);
    }
}
