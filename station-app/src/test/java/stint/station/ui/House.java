package stint.station.ui;

import stint.clock.SystemClocks;
import stint.domain.event.ChecklistKind;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.plan.Checklist;
import stint.domain.plan.Checklist.Ask;
import stint.domain.plan.Line;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Reason;
import stint.domain.plan.SecondStartPolicy;
import stint.domain.plan.Station;
import stint.domain.work.StationCommand;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The workshop of {@link Floorplan} where the bench asks for more: two stations, checklists,
 * reasons to stop, jobs begun by number.
 */
final class House {

    static final StationCode LASER = new StationCode("LASER-1");

    /** Knows no laser: for them the bench is one station. */
    static final OperatorCode PUK = new OperatorCode("W-0015");

    private static final Map<String, String> ANSWERS = Map.of("guard", "yes", "oil", "3.5");

    private House() {}

    static List<PlanFact> facts() {
        return List.of(
                new PlanFact.StationRegistered(
                        new Station(
                                Floorplan.BENCH,
                                SecondStartPolicy.SWITCH,
                                null,
                                opening(),
                                closing(),
                                List.of(),
                                new NewJobs(Line.ATELIER, "Repair"))),
                new PlanFact.StationRegistered(
                        new Station(
                                LASER,
                                SecondStartPolicy.SWITCH,
                                Floorplan.BENCH,
                                Checklist.NONE,
                                Checklist.NONE,
                                List.of(
                                        Floorplan.ANN,
                                        Floorplan.NAM,
                                        Floorplan.DAN,
                                        new OperatorCode("W-0033")),
                                null)),
                stop("blade", "Blade is blunt", "ใบมีดทื่อ", "הלהב קהה", "Нож затупился"),
                stop("clean", "Cleaning", "ทำความสะอาด", "ניקיון", "Уборка"),
                stop("talk", "Called away", "ถูกเรียกตัว", "קראו לי", "Вызвали"));
    }

    private static Checklist opening() {
        return new Checklist(
                List.of(
                        item(
                                "light",
                                Ask.NOTHING,
                                "The lamp over the bench shines on the piece",
                                "โคมไฟเหนือโต๊ะส่องตรงชิ้นงาน",
                                "המנורה שמעל העמדה מאירה ישר על העבודה, אין עליה אבק או סדקים,"
                                        + " והכבל שלם ומחובר היטב לשקע",
                                "Лампа светит на изделие"),
                        item(
                                "guard",
                                Ask.TICK,
                                "The guard is in its place",
                                "ฝาครอบนิรภัยอยู่กับที่",
                                "המגן במקומו",
                                "Защита на месте"),
                        item(
                                "oil",
                                Ask.NUMBER,
                                "Oil pressure, bar",
                                "แรงดันน้ำมัน (บาร์)",
                                "לחץ שמן, בר",
                                "Давление масла, бар"),
                        new Checklist.Item(
                                "remark",
                                labels("Remark", "หมายเหตุ", "הערה", "Примечание"),
                                false,
                                Ask.TEXT)));
    }

    private static Checklist closing() {
        return new Checklist(
                List.of(
                        item(
                                "swept",
                                Ask.TICK,
                                "The bench is swept",
                                "กวาดโต๊ะแล้ว",
                                "העמדה נוקתה",
                                "Место убрано"),
                        item(
                                "off",
                                Ask.TICK,
                                "The machine is switched off",
                                "ปิดเครื่องแล้ว",
                                "המכונה כבויה",
                                "Станок выключен")));
    }

    private static Checklist.Item item(
            String key, Ask ask, String en, String th, String he, String ru) {
        return new Checklist.Item(key, labels(en, th, he, ru), true, ask);
    }

    private static Map<String, String> labels(String en, String th, String he, String ru) {
        return Map.of("en", en, "th", th, "he", he, "ru", ru);
    }

    private static PlanFact stop(String code, String en, String th, String he, String ru) {
        return new PlanFact.ReasonDefined(
                new Reason(code, Reason.Kind.STOP, labels(en, th, he, ru)));
    }

    /** A kiosk in it. */
    static KioskDriver open(Path directory) throws Exception {
        KioskDriver kiosk =
                KioskDriver.open(
                        directory,
                        new KioskOptions(
                                Locale.ENGLISH, KioskDriver.ZONE, false, 96, new SystemClocks()),
                        facts());
        kiosk.size(1280, 800);
        return kiosk;
    }

    /** Somebody comes in at the bench, by other ways than the screen. */
    static void comesIn(KioskDriver kiosk, OperatorCode who) {
        kiosk.record(new StationCommand.SignOn(who, null));
        kiosk.record(new StationCommand.SubmitChecklist(who, ChecklistKind.OPENING, ANSWERS));
    }
}
