package stint.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import stint.clock.Clocks;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.server.board.StationViews;
import stint.server.board.Views;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.reconcile.Picture;
import stint.wire.protocol.Protocol;
import stint.wire.protocol.ServerInfo;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What can be asked: tasks, exceptions, station sessions, a serial's history, the server itself.
 */
final class QueryRoutes {

    /** Less room than this is said before the disk is full, while somebody can still help. */
    private static final long FREE_BYTES_MIN = 64L << 20;

    private final String site;
    private final Inbox inbox;
    private final Clocks clocks;
    private final Supplier<String> metrics;
    private final Path directory;

    QueryRoutes(String site, Inbox inbox, Clocks clocks, Supplier<String> metrics, Path directory) {
        this.directory = directory;
        this.site = site;
        this.inbox = inbox;
        this.clocks = clocks;
        this.metrics = metrics;
    }

    void register(RoutesConfig routes) {
        Route.INFO.serve(routes, this::info);
        Route.TASKS.serve(routes, this::tasks);
        Route.TASK.serve(routes, this::task);
        Route.EXCEPTIONS.serve(
                routes, context -> Answers.json(context, Views.exceptions(inbox.picture())));
        Route.STATION_SESSIONS.serve(routes, this::stationSessions);
        Route.SESSIONS_AT.serve(routes, this::sessionsAt);
        Route.SERIAL.serve(routes, this::serial);
        Route.LIVE_CHECK.serve(routes, context -> context.result("live"));
        Route.READY_CHECK.serve(routes, this::ready);
        Route.METRICS.serve(
                routes,
                context ->
                        context.contentType("text/plain; version=0.0.4; charset=utf-8")
                                .result(metrics.get()));
    }

    private void info(Context context) {
        Answers.json(
                context,
                new ServerInfo(
                        site,
                        inbox.store().generation(),
                        inbox.picture().position(),
                        version(),
                        Protocol.VERSION,
                        clocks.read().time().toEpochMilli()));
    }

    private static String version() {
        String version = QueryRoutes.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private void tasks(Context context) {
        Answers.json(context, Views.tasks(inbox.picture().floor()));
    }

    private void task(Context context) {
        TaskId id = Params.task(context);
        Picture picture = inbox.picture();
        Answers.json(
                context,
                picture.floor()
                        .task(id)
                        .map(task -> Views.task(picture.floor(), task))
                        .orElseThrow(() ->
                                FaultException.of(Fault.NOT_FOUND, "there is no task " + id)));
    }

    private void stationSessions(Context context) {
        Answers.json(context, StationViews.open(inbox.picture().floor()));
    }

    private void sessionsAt(Context context) {
        StationCode station = Params.station(context.pathParam("station"));
        Answers.json(context, StationViews.at(inbox.picture().floor(), station));
    }

    private void serial(Context context) {
        Serial serial = Params.serial(context.pathParam("serial"));
        Picture picture = inbox.picture();
        if (!Views.knows(picture.floor(), serial)) {
            throw FaultException.of(Fault.NOT_FOUND, "there is no piece " + serial);
        }
        Answers.json(context, Views.serial(picture.floor(), serial));
    }

    private void ready(Context context) {
        if (!inbox.ready()) {
            throw FaultException.of(Fault.UNAVAILABLE, "the store is not available");
        }
        long free = directory.toFile().getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw FaultException.of(
                    Fault.UNAVAILABLE, "the disk has only " + free / 1024 + " KB left");
        }
        context.result("ready");
    }
}
