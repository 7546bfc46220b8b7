package stint.installer.load;

import stint.domain.event.Event;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.floor.FloorFold;
import stint.domain.office.WorkQueue;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.StationUse;
import stint.domain.plan.Task;
import stint.domain.work.FloorView;
import stint.installer.ServerClient;
import stint.installer.bench.Sample;
import stint.installer.simulate.Directories;
import stint.wire.planning.OperationView;
import stint.wire.planning.OrderRequest;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.ProductRequest;
import stint.wire.planning.RoutingRequest;
import stint.wire.planning.ScheduleRequest;
import stint.wire.planning.SeenRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long it takes to start an order's production, and to say what somebody can do now, at a site
 * where many pieces are in production (DP-4, DP-6).
 */
public final class PlanLoad {

    /** Pieces of an order. */
    public static final int PIECES_EACH = 1000;

    private static final StationCode BENCH = new StationCode("BENCH-1");
    private static final String ROUTING = "TOTE-V1";
    private static final String PRODUCT = "TOTE";
    private static final int OPERATORS = 20;
    private static final int DAYS_TO_END = 10;
    private static final int DAYS_TO_DUE = 20;
    private static final int WARM_UP = 4;

    /** The memory a small server has with so many pieces. */
    private static final String MEMORY = "-Xmx512m";

    private final int orders;
    private final int asks;
    private final ServerClient office;
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    private PlanLoad(int orders, int asks, ServerClient office) {
        this.orders = orders;
        this.asks = asks;
        this.office = office;
    }

    /**
     * Measures on a server of its own, in a process of its own.
     *
     * @param orders orders of {@value #PIECES_EACH} pieces that are started one after another
     * @param asks how often a work queue is asked for
     * @param site the server's site
     */
    public static PlanReport measure(int orders, int asks, String site) throws Exception {
        Path directory = Files.createTempDirectory("stint-plan-");
        try (ServerUnderLoad server =
                        ServerUnderLoad.start(directory.resolve("server"), null, MEMORY);
                ServerClient office = server.console()) {
            PlanLoad load = new PlanLoad(orders, asks, office);
            load.prepare();
            List<Long> starts = new ArrayList<>();
            List<Long> folds = new ArrayList<>();
            load.start(starts, folds);
            server.settle();
            Sample floor = load.timed("/health/live");
            Sample queue = load.timed("/api/v1/work-queue?operator=" + worker(0));
            Path data = directory.resolve("bench");
            try (LoadBench bench =
                    new LoadBench(
                            BENCH,
                            site,
                            data,
                            office.enrol(BENCH, StationUse.BENCH, data),
                            new Traffic())) {
                bench.fetch();
                FloorView view = bench.picture();
                return new PlanReport(
                        orders,
                        asks,
                        new PlanReport.Start(Sample.ofNanos(folds), Sample.ofNanos(starts)),
                        new PlanReport.Queue(floor, queue),
                        load.atTheBench(view));
            }
        } finally {
            Directories.delete(directory);
        }
    }

    private static OperatorCode worker(int number) {
        return new OperatorCode(Integer.toString(1001 + number));
    }

    private void prepare() throws IOException {
        List<PlanFact> facts = new ArrayList<>();
        facts.add(
                new PlanFact.StationRegistered(
                        new Station(BENCH, SecondStartPolicy.SWITCH).equippedFor("bench")));
        IntStream.range(0, OPERATORS)
                .mapToObj(number ->
                        new PlanFact.OperatorRegistered(
                                new Operator(
                                        worker(number),
                                        "Worker " + number,
                                        "en",
                                        Role.OPERATOR,
                                        null,
                                        null)))
                .forEach(facts::add);
        office.plan(facts);
        office.office(
                "routings/" + ROUTING,
                new RoutingRequest(
                        "Tote",
                        List.of(operation(1, "Cut"), operation(2, "Sew"), operation(3, "Pack")),
                        List.of(List.of(1, 2), List.of(2, 3)),
                        null));
        office.office("routings/" + ROUTING + "/publish", new SeenRequest(null));
        office.office(
                "products/" + PRODUCT,
                new ProductRequest("Tote", "9506000134352", "T{yy}{n:7}", ROUTING, null));
        for (int order = 0; order < orders; order++) {
            office.office(
                    "orders/" + code(order),
                    new OrderRequest(
                            null,
                            "oem",
                            "ABC Trading",
                            PRODUCT,
                            PIECES_EACH,
                            ROUTING,
                            0,
                            today,
                            today.plusDays(DAYS_TO_END),
                            today.plusDays(DAYS_TO_DUE),
                            null));
            office.office(
                    "orders/" + code(order) + "/schedule", new ScheduleRequest(null, null, null));
        }
    }

    private static OperationView operation(int number, String name) {
        return new OperationView(number, name, "batch", "bench", null, number);
    }

    private static String code(int order) {
        return "MO-%05d".formatted(order);
    }

    /** Starts all orders: each is timed, and so is the fold of what it wrote and nothing else. */
    private void start(List<Long> starts, List<Long> folds) throws IOException {
        for (int order = 0; order < orders; order++) {
            long begun = System.nanoTime();
            PlannedReply started =
                    office.office("orders/" + code(order) + "/start", new SeenRequest(null));
            starts.add(System.nanoTime() - begun);
            List<Event> written =
                    office.feed(started.position() - started.events().size()).events();
            FloorFold fold = new FloorFold();
            long folding = System.nanoTime();
            written.forEach(fold::apply);
            fold.view();
            folds.add(System.nanoTime() - folding);
        }
    }

    private Sample timed(String path) throws IOException {
        for (int time = 0; time < asks / WARM_UP; time++) {
            office.get(path);
        }
        List<Long> took = new ArrayList<>();
        for (int time = 0; time < asks; time++) {
            long asked = System.nanoTime();
            office.get(path);
            took.add(System.nanoTime() - asked);
        }
        return Sample.ofNanos(took);
    }

    private PlanReport.Queue atTheBench(FloorView view) {
        for (int time = 0; time < asks / WARM_UP; time++) {
            look(view, time);
            walk(view);
        }
        List<Long> walks = new ArrayList<>();
        List<Long> queues = new ArrayList<>();
        for (int time = 0; time < asks; time++) {
            long begun = System.nanoTime();
            walk(view);
            long walked = System.nanoTime();
            look(view, time);
            queues.add(System.nanoTime() - walked);
            walks.add(walked - begun);
        }
        return new PlanReport.Queue(Sample.ofNanos(walks), Sample.ofNanos(queues));
    }

    private static void look(FloorView view, int time) {
        if (WorkQueue.of(view, worker(time % OPERATORS), null).isEmpty()) {
            throw new IllegalStateException("the bench knows of no work");
        }
    }

    /** Looks at every task once. */
    private static void walk(FloorView view) {
        for (Job job : view.jobs()) {
            for (Task task : job.tasks()) {
                if (view.task(task.id()).isEmpty()) {
                    throw new IllegalStateException("the bench does not know " + task.id());
                }
            }
        }
    }
}
