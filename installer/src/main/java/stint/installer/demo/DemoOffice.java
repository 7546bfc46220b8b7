package stint.installer.demo;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;
import stint.domain.event.TaskId;
import stint.installer.ServerClient;
import stint.wire.planning.JobRequest;
import stint.wire.planning.OperationView;
import stint.wire.planning.OrderRequest;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.PlannedStationRequest;
import stint.wire.planning.ProductRequest;
import stint.wire.planning.RoutingRequest;
import stint.wire.planning.ScheduleRequest;
import stint.wire.planning.SeenRequest;
import stint.wire.planning.SkillsRequest;
import stint.wire.protocol.PictureReply;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the demo's planners did before the day: one routing for each line, an atelier job created
 * and started in one step, a manufacturing order scheduled and started, and one that waits (DP-1,
 * DP-2). All of it is asked for as a planner's desk or an ERP asks.
 */
public final class DemoOffice {

    private static final String ATELIER = "LUXURY-V1";
    private static final String OEM = "TOTE-V1";

    private static final String CUTTING = "cutting";
    private static final String SEWING = "sewing";
    private static final String STITCHING = "stitching";
    private static final String PAINTING = "painting";
    private static final String PACKING = "packing";

    /**
     * Where the lines' work is done, by the bench PCs of the day; whoever sits down at a bench PC
     * itself sees the work of all.
     */
    private static final Map<String, PlannedStationRequest> STATIONS =
            Map.of(
                    "CUT-1", station("BENCH-1", CUTTING, "Atelier"),
                    "STITCH-1", station("BENCH-1", STITCHING, "Atelier"),
                    "SEW-1", station("BENCH-2", SEWING, "Atelier"),
                    "PAINT-1", station("BENCH-3", PAINTING, "Atelier"),
                    "CUT-2", station("BENCH-2", CUTTING, "OEM"),
                    "SEW-2", station("BENCH-2", SEWING, "OEM"),
                    "PACK-1", station("BENCH-3", PACKING, "OEM"));

    /** Who has learnt what; the others may do what asks for nothing. */
    private static final Map<String, List<String>> SKILLS =
            Map.of(
                    "1001", List.of("saddle-stitch"),
                    "1002", List.of("saddle-stitch", "edge-paint"),
                    "1003", List.of("machine"),
                    "1004", List.of("machine"),
                    "1005", List.of("edge-paint"),
                    "1006", List.of("machine"));

    private final ServerClient server;
    private final LocalDate today;

    /** Plans by a server, as of a day. */
    public DemoOffice(ServerClient server, LocalDate today) {
        this.server = server;
        this.today = today;
    }

    /**
     * Plans both lines.
     *
     * @return the first task of the order in production, which stays open all day
     */
    public TaskId plan() throws IOException {
        for (Map.Entry<String, List<String>> learnt : SKILLS.entrySet()) {
            OperatorCode code = new OperatorCode(learnt.getKey());
            server.office("people/" + code + "/skills", new SkillsRequest(learnt.getValue(), null));
        }
        for (Map.Entry<String, PlannedStationRequest> station : STATIONS.entrySet()) {
            server.office("planned-stations/" + station.getKey(), station.getValue());
        }
        routing(ATELIER, luxury());
        routing(OEM, tote());
        product("CLUTCH", new ProductRequest("Clutch", null, "CL{yy}{n:4}", ATELIER, null));
        product("TOTE", new ProductRequest("TOTE Bag", "9506000134352", "T{yy}{n:5}", OEM, null));
        server.office(
                "jobs",
                new JobRequest(
                        "Test Luxury Bag", 8, ATELIER, null, today.plusDays(9), "CLUTCH", null));
        order("MO-2025-001", 500, today);
        for (byte[] picture : DemoGuide.pictures()) {
            PictureReply _ = server.keepPicture(picture);
        }
        server.confirm(DemoGuide.sop());
        PlannedReply started = server.office("orders/MO-2025-001/start", new SeenRequest(null));
        order("MO-2025-002", 300, today.plusDays(3));
        return new TaskId(started.code(), 1);
    }

    private static PlannedStationRequest station(String bench, String type, String area) {
        return new PlannedStationRequest("switch", bench, type, area, List.of(), null, null, "");
    }

    private void routing(String code, RoutingRequest graph) throws IOException {
        server.office("routings/" + code, graph);
        server.office("routings/" + code + "/publish", new SeenRequest(null));
    }

    private void product(String code, ProductRequest product) throws IOException {
        server.office("products/" + code, product);
    }

    private void order(String code, int quantity, LocalDate start) throws IOException {
        server.office(
                "orders/" + code,
                new OrderRequest(
                        null,
                        "oem",
                        "ABC Trading",
                        "TOTE",
                        quantity,
                        OEM,
                        0,
                        start,
                        start.plusDays(10),
                        start.plusDays(20),
                        null));
        server.office("orders/" + code + "/schedule", new ScheduleRequest(null, null, null));
    }

    /** Cut; then lining and stitching beside each other; then the two come together. */
    private static RoutingRequest luxury() {
        return new RoutingRequest(
                "Luxury clutch",
                List.of(
                        operation(1, "Cut leather", "batch", CUTTING, null, 4),
                        operation(2, "Line", "piece", SEWING, null, 15),
                        operation(3, "Saddle stitch", "piece", STITCHING, "saddle-stitch", 45),
                        operation(4, "Paint edges", "piece", PAINTING, "edge-paint", 20)),
                List.of(List.of(1, 2), List.of(1, 3), List.of(2, 4), List.of(3, 4)),
                null);
    }

    private static RoutingRequest tote() {
        return new RoutingRequest(
                "TOTE Production V1",
                List.of(
                        operation(1, "Cut canvas", "batch", CUTTING, null, 1),
                        operation(2, "Machine sew", "batch", SEWING, "machine", 3),
                        operation(3, "Pack", "batch", PACKING, null, 1)),
                List.of(List.of(1, 2), List.of(2, 3)),
                null);
    }

    private static OperationView operation(
            int number,
            String name,
            String mode,
            String stationType,
            @Nullable String skill,
            int minutes) {
        return new OperationView(number, name, mode, stationType, skill, minutes);
    }
}
