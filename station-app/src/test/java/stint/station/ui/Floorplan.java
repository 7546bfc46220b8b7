package stint.station.ui;

import stint.credential.Pins;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Line;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.plan.Task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A small workshop: six people, two lines, batch and piece work. */
final class Floorplan {

    static final String PIN = "274951";
    static final StationCode BENCH = new StationCode("BENCH-1");
    static final OperatorCode NAM = new OperatorCode("W-0012");
    static final OperatorCode ANN = new OperatorCode("W-0007");
    static final OperatorCode DAN = new OperatorCode("W-0021");
    static final OperatorCode SUPERVISOR = new OperatorCode("S-01");
    static final TaskId CUT = new TaskId("JT251030001", 1);
    static final TaskId SEW = new TaskId("JT251030001", 2);
    static final TaskId ASSEMBLE = new TaskId("JT251030003", 1);
    static final TaskId PAINT = new TaskId("JT251030006", 1);

    /** Hashing is slow on purpose; once is enough. */
    private static final String HASH = Pins.hash(PIN.toCharArray());

    private Floorplan() {}

    static List<PlanFact> facts(LocalDate today) {
        List<PlanFact> facts = new ArrayList<>();
        facts.add(operator(NAM, "ช่างน้ำฝน ศรีสุข", "th", Role.OPERATOR));
        facts.add(operator(ANN, "Ann Lee", "en", Role.OPERATOR));
        facts.add(operator(DAN, "דן כהן", "he", Role.OPERATOR));
        facts.add(operator(new OperatorCode("W-0015"), "ช่างปุ๊ก ทองดี", "th", Role.OPERATOR));
        facts.add(operator(new OperatorCode("W-0033"), "Мария Орлова", "ru", Role.OPERATOR));
        facts.add(operator(SUPERVISOR, "Somchai P.", "en", Role.SUPERVISOR));
        facts.add(new PlanFact.StationRegistered(new Station(BENCH, SecondStartPolicy.SWITCH)));
        reason(facts, "break", Reason.Kind.HOLD, "Break", "พัก", "הפסקה", "Перерыв");
        reason(
                facts,
                "material",
                Reason.Kind.HOLD,
                "No material",
                "รอวัสดุ",
                "אין חומר",
                "Нет материала");
        reason(facts, "machine", Reason.Kind.HOLD, "Machine", "เครื่องจักรเสีย", "מכונה", "Станок");
        reason(facts, "scratch", Reason.Kind.SCRAP, "Scratch", "รอยขีดข่วน", "שריטה", "Царапина");
        reason(
                facts,
                "seam",
                Reason.Kind.SCRAP,
                "Bad seam",
                "ตะเข็บเสีย",
                "תפר פגום",
                "Плохой шов");
        reason(
                facts,
                "cut",
                Reason.Kind.SCRAP,
                "Cut wrong",
                "ตัดผิด",
                "חיתוך שגוי",
                "Неверный раскрой");
        facts.add(
                job(
                        "JT251030001",
                        "Tote Bag Chiang Mai",
                        Line.ATELIER,
                        20,
                        null,
                        today.plusDays(2),
                        new Task(CUT, "Cutting", ProcessMode.BATCH),
                        new Task(SEW, "Sewing", ProcessMode.PIECE)));
        facts.add(
                job(
                        "JT251030003",
                        "Wholesale tote",
                        Line.OEM,
                        200,
                        "MO-2511-0042",
                        today,
                        new Task(ASSEMBLE, "Assembly", ProcessMode.BATCH)));
        facts.add(
                job(
                        "JT251030006",
                        "กระเป๋าใส่กุญแจ",
                        Line.ATELIER,
                        100,
                        null,
                        today.minusDays(1),
                        new Task(PAINT, "ทาขอบหนัง", ProcessMode.BATCH),
                        new Task(
                                new TaskId("JT251030006", 2), "Quality check", ProcessMode.BATCH)));
        return facts;
    }

    private static PlanFact operator(OperatorCode code, String name, String language, Role role) {
        return new PlanFact.OperatorRegistered(
                new Operator(code, name, language, role, null, HASH));
    }

    private static void reason(
            List<PlanFact> facts,
            String code,
            Reason.Kind kind,
            String en,
            String th,
            String he,
            String ru) {
        facts.add(
                new PlanFact.ReasonDefined(
                        new Reason(code, kind, Map.of("en", en, "th", th, "he", he, "ru", ru))));
    }

    private static PlanFact job(
            String ticket,
            String name,
            Line line,
            int target,
            @org.jspecify.annotations.Nullable String order,
            LocalDate due,
            Task... tasks) {
        List<Job.Edge> edges =
                IntStream.range(1, tasks.length).mapToObj(i -> new Job.Edge(i, i + 1)).toList();
        List<Serial> serials =
                IntStream.rangeClosed(
                                1, tasks[tasks.length - 1].mode() == ProcessMode.PIECE ? target : 0)
                        .mapToObj(i -> new Serial(String.format("SN%03d", i)))
                        .toList();
        return new PlanFact.JobReleased(
                new Job(
                        ticket,
                        name,
                        line,
                        target,
                        Job.TOLERANCE_DEFAULT,
                        List.of(tasks),
                        edges,
                        serials,
                        order,
                        due));
    }
}
