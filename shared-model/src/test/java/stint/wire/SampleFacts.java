package stint.wire;

import stint.domain.event.Acknowledged;
import stint.domain.event.Approval;
import stint.domain.event.ChecklistKind;
import stint.domain.event.Correction;
import stint.domain.event.EventId;
import stint.domain.event.Fact;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.RunFact;
import stint.domain.event.SecondStart;
import stint.domain.event.Serial;
import stint.domain.event.SessionRule;
import stint.domain.event.SopFact;
import stint.domain.event.StationCode;
import stint.domain.event.StationFact;
import stint.domain.event.StationStatus;
import stint.domain.event.TaskId;
import stint.domain.event.TimeReading;
import stint.domain.event.TrustFact;
import stint.domain.event.WorkFact;
import stint.domain.plan.Checklist;
import stint.domain.plan.Job;
import stint.domain.plan.Limits;
import stint.domain.plan.Line;
import stint.domain.plan.ManufacturingOrder;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Operation;
import stint.domain.plan.Operator;
import stint.domain.plan.ProcessMode;
import stint.domain.plan.Product;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.RoutingGraph;
import stint.domain.plan.RoutingVersion;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Share;
import stint.domain.plan.Station;
import stint.domain.plan.StationUse;
import stint.domain.plan.Task;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each fact once with everything in it, and the payload that stands for it on the wire for ever.
 */
final class SampleFacts {

    static final TaskId TASK = new TaskId("JT251030001", 2);
    static final EventId SESSION = new EventId(new StationCode("BENCH-1"), 1, 7);
    static final Approval APPROVAL = new Approval(new OperatorCode("S"), "ลูกค้าต้องการ");
    static final List<Serial> SERIALS = List.of(new Serial("SN001"), new Serial("SN002"));

    private SampleFacts() {}

    static Map<Fact, String> all() {
        Map<Fact, String> facts = new LinkedHashMap<>();
        work(facts);
        facts.put(
                new Correction.Voided(SESSION, "wrong \"task\"\n"),
                """
                {"event":"BENCH-1.1.7","reason":"wrong \\"task\\"\\n"}\
                """);
        facts.put(
                new Correction.Corrected(SESSION, 12, "mistyped"),
                """
                {"event":"BENCH-1.1.7","qty":12,"reason":"mistyped"}\
                """);
        plan(facts);
        stations(facts);
        office(facts);
        guided(facts);
        return facts;
    }

    private static void work(Map<Fact, String> facts) {
        facts.put(
                new WorkFact.Started(
                        TASK,
                        SESSION,
                        SecondStart.SWITCH,
                        List.of(SESSION),
                        new Serial("SN001"),
                        APPROVAL),
                """
                {"task":"JT251030001/2","session":"BENCH-1.1.7","second":"switch","leaving":["BENCH-1.1.7"],\
                "piece":"SN001","approval":{"supervisor":"S","reason":"ลูกค้าต้องการ"}}\
                """);
        facts.put(
                new WorkFact.Held(TASK, SESSION, "break"),
                """
                {"task":"JT251030001/2","session":"BENCH-1.1.7","reason":"break"}\
                """);
        facts.put(
                new WorkFact.Resumed(TASK, SESSION, SecondStart.HOLD, List.of(SESSION), APPROVAL),
                """
                {"task":"JT251030001/2","session":"BENCH-1.1.7","second":"hold","leaving":["BENCH-1.1.7"],\
                "approval":{"supervisor":"S","reason":"ลูกค้าต้องการ"}}\
                """);
        facts.put(
                new WorkFact.Completed(TASK, SESSION, 2, SERIALS, APPROVAL),
                """
                {"task":"JT251030001/2","session":"BENCH-1.1.7","qty":2,"serials":["SN001","SN002"],\
                "approval":{"supervisor":"S","reason":"ลูกค้าต้องการ"}}\
                """);
        facts.put(
                new WorkFact.Passed(TASK, null, 40, List.of(), null),
                """
                {"task":"JT251030001/2","qty":40}\
                """);
        facts.put(
                new WorkFact.Scrapped(TASK, null, 2, SERIALS, "stitch"),
                """
                {"task":"JT251030001/2","qty":2,"serials":["SN001","SN002"],"reason":"stitch"}\
                """);
        facts.put(
                new WorkFact.SessionEnded(TASK, null),
                """
                {"task":"JT251030001/2"}\
                """);
        facts.put(new WorkFact.ShiftEnded(), "{}");
        facts.put(
                new WorkFact.SentBack(TASK, null, SERIALS, 1, "stitch"),
                """
                {"task":"JT251030001/2","serials":["SN001","SN002"],"to":1,"reason":"stitch"}\
                """);
        rules(facts);
    }

    private static void rules(Map<Fact, String> facts) {
        OperatorCode about = new OperatorCode("A");
        facts.put(
                new SessionRule.StaleClosed(TASK, about, SESSION, Duration.ofDays(7)),
                """
                {"task":"JT251030001/2","about":"A","session":"BENCH-1.1.7","idle":604800000}\
                """);
        facts.put(
                new SessionRule.Abandoned(
                        TASK,
                        about,
                        SESSION,
                        new TimeReading(Instant.ofEpochMilli(1000), 420, 5, 77, -3, 9)),
                """
                {"task":"JT251030001/2","about":"A","session":"BENCH-1.1.7",\
                "heartbeat":{"wall":1000,"zone":420,"boot":5,"mono":77,"offset":-3,"error":9}}\
                """);
        facts.put(
                new SessionRule.Reopened(TASK, about, SESSION, "still working"),
                """
                {"task":"JT251030001/2","about":"A","session":"BENCH-1.1.7","reason":"still working"}\
                """);
        facts.put(
                new Acknowledged("AFTER_DONE:BENCH-2.1.17", "counted"),
                """
                {"exception":"AFTER_DONE:BENCH-2.1.17","note":"counted"}\
                """);
    }

    private static void plan(Map<Fact, String> facts) {
        facts.put(
                new PlanFact.OperatorRegistered(
                        new Operator(
                                new OperatorCode("A"),
                                "ช่าง A",
                                "th",
                                Role.SUPERVISOR,
                                "Khun A",
                                "$argon2id$v=19$x")),
                """
                {"code":"A","name":"ช่าง A","language":"th","role":"supervisor","publicName":"Khun A",\
                "pinHash":"$argon2id$v=19$x"}\
                """);
        facts.put(
                new PlanFact.StationRegistered(
                        new Station(new StationCode("BENCH-1"), SecondStartPolicy.REFUSE)),
                """
                {"code":"BENCH-1","secondStart":"refuse"}\
                """);
        facts.put(
                new PlanFact.ReasonDefined(
                        new Reason(
                                "break",
                                Reason.Kind.HOLD,
                                Map.of("th", "พัก", "en", "Break", "he", "הפסקה"))),
                """
                {"code":"break","kind":"hold","labels":{"en":"Break","he":"הפסקה","th":"พัก"}}\
                """);
        facts.put(
                new PlanFact.JobReleased(job()),
                """
                {"ticket":"JT251030001","name":"Tote","line":"oem","target":2,"tolerance":0,\
                "tasks":[{"seq":1,"name":"Cut","mode":"batch"},{"seq":2,"name":"Sew","mode":"piece"}],\
                "edges":[[1,2]],"serials":["SN001","SN002"],"order":"MO-1","due":"2025-11-10",\
                "product":"TOTE"}\
                """);
        facts.put(
                new PlanFact.PublicNameConsented(new OperatorCode("A"), "Khun A", "A"),
                """
                {"operator":"A","publicName":"Khun A","by":"A"}\
                """);
        facts.put(
                new PlanFact.PublicNameWithdrawn(new OperatorCode("A"), "console:it"),
                """
                {"operator":"A","by":"console:it"}\
                """);
        facts.put(
                new PlanFact.TaskCancelled(TASK, "not wanted"),
                """
                {"task":"JT251030001/2","reason":"not wanted"}\
                """);
        trust(facts);
    }

    private static void trust(Map<Fact, String> facts) {
        StationCode station = new StationCode("BENCH-7");
        EventId offer = EventId.parse("@server.1.7");
        facts.put(
                new TrustFact.EnrolmentOffered(
                        station,
                        StationUse.BENCH,
                        "mac",
                        Instant.parse("2025-10-30T08:10:00Z"),
                        "console:it"),
                """
                {"station":"BENCH-7","use":"bench","mac":"mac","until":"2025-10-30T08:10:00Z",\
                "by":"console:it"}\
                """);
        facts.put(
                new TrustFact.StationEnrolled(station, StationUse.BOARD, "key", offer, "BENCH-7"),
                """
                {"station":"BENCH-7","use":"board","key":"key","offer":"@server.1.7","by":"BENCH-7"}\
                """);
        facts.put(
                new TrustFact.StationRevoked(station, "stolen", "S"),
                """
                {"station":"BENCH-7","reason":"stolen","by":"S"}\
                """);
        facts.put(
                new TrustFact.HeldApartJudged(
                        EventId.parse("BENCH-7.1.5"),
                        EventId.parse("BENCH-7.1.9"),
                        "00ff",
                        true,
                        "it was hers",
                        "S"),
                """
                {"first":"BENCH-7.1.5","last":"BENCH-7.1.9","hash":"00ff","verdict":"accepted",\
                "reason":"it was hers","by":"S"}\
                """);
    }

    private static void stations(Map<Fact, String> facts) {
        facts.put(
                new StationFact.SignedOn(new StationCode("LASER-1")),
                """
                {"station":"LASER-1"}\
                """);
        facts.put(
                new StationFact.ChecklistSubmitted(
                        SESSION, ChecklistKind.OPENING, Map.of("oil", "3.5", "guard", "yes")),
                """
                {"session":"BENCH-1.1.7","kind":"opening","answers":{"guard":"yes","oil":"3.5"}}\
                """);
        facts.put(
                new StationFact.StatusSet(SESSION, StationStatus.STOPPED, "blade", "ใบมีดหัก"),
                """
                {"session":"BENCH-1.1.7","status":"stopped","reason":"blade","note":"ใบมีดหัก"}\
                """);
        facts.put(
                new StationFact.SignedOff(SESSION),
                """
                {"session":"BENCH-1.1.7"}\
                """);
        facts.put(
                new StationFact.Left(
                        SESSION, new TimeReading(Instant.ofEpochMilli(1000), 420, 5, 77, -3, 9)),
                """
                {"session":"BENCH-1.1.7",\
                "heartbeat":{"wall":1000,"zone":420,"boot":5,"mono":77,"offset":-3,"error":9}}\
                """);
        facts.put(
                new StationFact.Closed(List.of(SESSION), "went home"),
                """
                {"sessions":["BENCH-1.1.7"],"reason":"went home"}\
                """);
        facts.put(
                new PlanFact.StationRegistered(
                        new Station(
                                new StationCode("LASER-1"),
                                SecondStartPolicy.SWITCH,
                                new StationCode("BENCH-1"),
                                new Checklist(
                                        List.of(
                                                new Checklist.Item(
                                                        "oil",
                                                        Map.of("en", "Oil (mm)", "th", "น้ำมัน"),
                                                        true,
                                                        Checklist.Ask.NUMBER))),
                                new Checklist(
                                        List.of(
                                                new Checklist.Item(
                                                        "swept",
                                                        Map.of("en", "Swept"),
                                                        false,
                                                        Checklist.Ask.NOTHING))),
                                List.of(new OperatorCode("B"), new OperatorCode("A")),
                                new NewJobs(Line.ATELIER, "Cutting"),
                                "laser",
                                "Leather")),
                """
                {"code":"LASER-1","secondStart":"switch","bench":"BENCH-1","stationType":"laser","area":"Leather",\
                "opening":[{"key":"oil","labels":{"en":"Oil (mm)","th":"น้ำมัน"},"required":true,"ask":"number"}],\
                "closing":[{"key":"swept","labels":{"en":"Swept"}}],\
                "operators":["A","B"],"newJobs":{"line":"atelier","task":"Cutting"}}\
                """);
    }

    private static void office(Map<Fact, String> facts) {
        RoutingGraph graph =
                new RoutingGraph(
                        "TOTE",
                        "ทำกระเป๋า",
                        List.of(
                                new Operation(1, "Cut", ProcessMode.BATCH, "cutting", null, 0),
                                new Operation(2, "", null, null, "saddle", 12)),
                        List.of(new Job.Edge(1, 2)));
        String drawn =
                """
                "code":"TOTE","name":"ทำกระเป๋า","operations":[{"seq":1,"name":"Cut","mode":"batch",\
                "stationType":"cutting"},{"seq":2,"name":"","skill":"saddle","minutes":12}],"edges":[[1,2]]}\
                """;
        facts.put(new PlanFact.RoutingDrafted(graph), "{" + drawn);
        facts.put(new PlanFact.RoutingPublished(graph, 3), "{\"version\":3," + drawn);
        facts.put(
                new PlanFact.ProductDefined(
                        new Product("BAG", "Tote", "09506000134352", "B{n:4}", "TOTE", "Maison")),
                """
                {"code":"BAG","name":"Tote","gtin":"09506000134352","pattern":"B{n:4}","routing":"TOTE","brand":"Maison"}\
                """);
        facts.put(
                new PlanFact.SkillsGiven(
                        new OperatorCode("A"), new TreeSet<>(Set.of("saddle", "cut"))),
                """
                {"code":"A","skills":["cut","saddle"]}\
                """);
        facts.put(
                new PlanFact.JobRequested("JT251030001", "P desk-1 17"),
                """
                {"ticket":"JT251030001","request":"P desk-1 17"}\
                """);
        facts.put(
                new PlanFact.LimitsSet(new Limits(50, 200, 10)),
                """
                {"atelierMax":50,"oemMin":200,"oemLeadDays":10}\
                """);
        facts.put(
                new PlanFact.TaskAssigned(
                        TASK,
                        List.of(
                                new Share(new OperatorCode("A"), 8),
                                new Share(new OperatorCode("B"), 7)),
                        true),
                """
                {"task":"JT251030001/2","shares":[{"operator":"A","pieces":8},{"operator":"B","pieces":7}],\
                "automatic":true}\
                """);
        LocalDate start = LocalDate.of(2025, 11, 10);
        facts.put(
                new PlanFact.OrderPlanned(
                        new ManufacturingOrder(
                                "MO-1",
                                Line.OEM,
                                "ABC Trading",
                                "BAG",
                                500,
                                new RoutingVersion("TOTE", 3),
                                start,
                                start.plusDays(15),
                                start.plusDays(20))),
                """
                {"code":"MO-1","line":"oem","customer":"ABC Trading","product":"BAG","qty":500,"routing":"TOTE",\
                "version":3,"start":"2025-11-10","end":"2025-11-25","due":"2025-11-30"}\
                """);
        facts.put(
                new PlanFact.OrderScheduled("MO-1", start, start.plusDays(15)),
                """
                {"code":"MO-1","start":"2025-11-10","end":"2025-11-25"}\
                """);
        facts.put(
                new PlanFact.OrderStarted("MO-1", "JT251110001"),
                """
                {"code":"MO-1","ticket":"JT251110001"}\
                """);
        facts.put(
                new PlanFact.OrderCancelled("MO-1", "not wanted"),
                """
                {"code":"MO-1","reason":"not wanted"}\
                """);
        facts.put(
                new PlanFact.StationRegistered(
                        new Station(new StationCode("SEW-1"), SecondStartPolicy.SWITCH)
                                .equippedFor("sewing")),
                """
                {"code":"SEW-1","secondStart":"switch","stationType":"sewing"}\
                """);
    }

    private static void guided(Map<Fact, String> facts) {
        facts.put(
                new SopFact.Drafted(sop()),
                """
                {"sop":{"code":"SEW-STRAP","version":2,"titles":{"en":"Sew the strap","th":"เย็บสาย"},\
                "operations":["Sewing"],"tasks":[{"titles":{"en":"Prepare"},"steps":[\
                {"key":"needle","texts":{"en":"Change the needle"},"picture":"needle.png","items":[\
                {"key":"size","labels":{"en":"Needle"},"ask":"number","required":true,"safety":true,\
                "min":"1.5","max":"2","unit":"mm","remedy":{"en":"Take another needle"}},\
                {"key":"thread","labels":{"en":"Thread"},"ask":"scan","expected":"T-40"}]},\
                {"key":"look","texts":{"en":"Look at the seam"}}]}]}}\
                """);
        facts.put(
                new SopFact.Confirmed("SEW-STRAP", 2),
                """
                {"code":"SEW-STRAP","version":2}\
                """);
        facts.put(
                new SopFact.Deleted("SEW-STRAP"),
                """
                {"code":"SEW-STRAP"}\
                """);
        facts.put(
                new RunFact.RunStarted("SEW-STRAP", 2, TASK),
                """
                {"code":"SEW-STRAP","version":2,"task":"JT251030001/2"}\
                """);
        facts.put(
                new RunFact.StepChecked(SESSION, "needle", Map.of("size", "2,5"), List.of("size")),
                """
                {"run":"BENCH-1.1.7","step":"needle","answers":{"size":"2,5"},"failed":["size"]}\
                """);
        facts.put(
                new RunFact.RunPaused(
                        SESSION,
                        "auto-abandon",
                        new TimeReading(Instant.ofEpochMilli(1), 420, 3, 4, 5, 6)),
                """
                {"run":"BENCH-1.1.7","reason":"auto-abandon",\
                "heartbeat":{"wall":1,"zone":420,"boot":3,"mono":4,"offset":5,"error":6}}\
                """);
        facts.put(new RunFact.RunResumed(SESSION), "{\"run\":\"BENCH-1.1.7\"}");
        facts.put(new RunFact.RunCompleted(SESSION), "{\"run\":\"BENCH-1.1.7\"}");
        facts.put(
                new RunFact.RunCancelled(SESSION, "wrong bag"),
                """
                {"run":"BENCH-1.1.7","reason":"wrong bag"}\
                """);
        facts.put(
                new RunFact.StepOverridden(SESSION, "needle", Map.of("size", "2"), "measured"),
                """
                {"run":"BENCH-1.1.7","step":"needle","answers":{"size":"2"},"reason":"measured"}\
                """);
        facts.put(
                new RunFact.RunApproved(SESSION, List.of(SESSION), "ดี"),
                """
                {"run":"BENCH-1.1.7","seen":["BENCH-1.1.7"],"note":"ดี"}\
                """);
        facts.put(
                new RunFact.ChangeRefused(SESSION, "check"),
                """
                {"run":"BENCH-1.1.7","what":"check"}\
                """);
    }

    private static Sop sop() {
        StepItem size =
                new StepItem(
                        "size",
                        Map.of("en", "Needle"),
                        StepItem.Ask.NUMBER,
                        true,
                        true,
                        new BigDecimal("1.5"),
                        new BigDecimal("2"),
                        "mm",
                        null,
                        Map.of("en", "Take another needle"));
        StepItem thread =
                new StepItem(
                        "thread",
                        Map.of("en", "Thread"),
                        StepItem.Ask.SCAN,
                        false,
                        false,
                        null,
                        null,
                        null,
                        "T-40",
                        Map.of());
        Step needle =
                new Step(
                        "needle",
                        Map.of("en", "Change the needle"),
                        "needle.png",
                        List.of(size, thread));
        Step look = new Step("look", Map.of("en", "Look at the seam"), null, List.of());
        return new Sop(
                "SEW-STRAP",
                2,
                Map.of("en", "Sew the strap", "th", "เย็บสาย"),
                List.of("Sewing"),
                List.of(new Sop.Part(Map.of("en", "Prepare"), List.of(needle, look))));
    }

    static Job job() {
        String ticket = "JT251030001";
        return new Job(
                ticket,
                "Tote",
                Line.OEM,
                2,
                0,
                List.of(
                        new Task(new TaskId(ticket, 1), "Cut", ProcessMode.BATCH),
                        new Task(new TaskId(ticket, 2), "Sew", ProcessMode.PIECE)),
                List.of(new Job.Edge(1, 2)),
                SERIALS,
                "MO-1",
                LocalDate.of(2025, 11, 10),
                "TOTE");
    }
}
