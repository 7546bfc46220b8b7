package stint.station.ui;

import javafx.scene.input.KeyCode;

import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationStatus;
import stint.domain.sop.WorkSession;
import stint.domain.work.Command;
import stint.domain.work.RunCommand;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A way that leads past every screen and question of the kiosk. */
final class KioskWalk {

    /** Who walks, by language. */
    static final Map<String, OperatorCode> WALKERS =
            Map.of(
                    "en", Floorplan.ANN,
                    "th", Floorplan.NAM,
                    "he", Floorplan.DAN,
                    "ru", new OperatorCode("W-0033"));

    private static final OperatorCode OTHER = House.PUK;

    private final HandClocks clocks = new HandClocks(Instant.parse("2025-11-03T02:00:00Z"));
    private final KioskDriver kiosk;
    private final OperatorCode who;
    private final Stop stop;

    /** Where one looks around. */
    interface Stop {
        void at(String screen, KioskDriver kiosk) throws Exception;
    }

    private KioskWalk(Path directory, String language, double dpi, Stop stop) throws Exception {
        this.who = WALKERS.get(language);
        this.stop = stop;
        List<PlanFact> facts = new ArrayList<>(House.facts());
        facts.addAll(Procedures.facts("Assembly"));
        Procedures.pictures(directory);
        this.kiosk =
                KioskDriver.open(
                        directory,
                        new KioskOptions(
                                Locale.forLanguageTag(language),
                                KioskDriver.ZONE,
                                false,
                                dpi,
                                clocks),
                        facts);
    }

    /** Walks the whole way. */
    static void walk(
            Path directory, String language, double width, double height, double dpi, Stop stop)
            throws Exception {
        KioskWalk walk = new KioskWalk(directory, language, dpi, stop);
        try (KioskDriver kiosk = walk.kiosk) {
            kiosk.size(width, height);
            walk.comeIn();
            walk.workInBatch();
            walk.askForMore();
            walk.workByPiece();
            walk.lookBack();
            walk.leave();
            walk.comeBack();
            walk.workStepByStep();
        }
    }

    private void at(String screen) throws Exception {
        stop.at(screen, kiosk);
    }

    private void pass(int minutes, String clock) {
        clocks.advance(Duration.ofMinutes(minutes));
        kiosk.see("#clock", clock);
    }

    private void comeIn() throws Exception {
        House.comesIn(kiosk, OTHER);
        kiosk.record(new Command.Start(OTHER, Floorplan.CUT, null, null, null));
        kiosk.record(new Command.Complete(OTHER, Floorplan.CUT, 5, List.of(), null));
        kiosk.see("#login");
        at("login");
        kiosk.tap("#person-" + who).keys("2749");
        at("login-pin");
        kiosk.keys("99").tap("#login").see("#problem");
        at("login-wrong");
        kiosk.prove(who).see("#seat-BENCH-1");
        at("stations");
        kiosk.tap("#seat-BENCH-1").see("#item-guard").tap("#item-guard").tap("#done");
        kiosk.see("#problem");
        at("checklist-missing");
        kiosk.tap("#item-oil").see("#pad").keys("3").tapKey(".").keys("5");
        at("checklist-number");
        kiosk.tap("#done").gone("#pad");
        at("checklist");
        kiosk.tap("#done").see(".card");
        at("queue");
        kiosk.tap("#search").see("#keyboard").keys("MO-25");
        at("search");
        kiosk.tap("#done").see("#showAll");
        at("queue-search");
        kiosk.tap("#showAll").open(Floorplan.CUT);
        at("work-start");
    }

    private void workInBatch() throws Exception {
        kiosk.tap("#primary").see("#hold").see("#undo");
        does(StationStatus.PRODUCTION);
        pass(12, "09:12");
        kiosk.keys("12");
        at("work-batch");
        kiosk.tap("#primary").see("#undo");
        at("work-recorded");
        kiosk.keys("0").tap("#primary").see("#problem");
        at("work-problem");
        kiosk.tap("#scrap").see("#reasons").keys("2").tap("#reason-seam");
        at("scrap");
        kiosk.tap("#confirm").gone("#reasons").tap("#hold").see("#hold-break");
        at("hold");
        kiosk.tap("#hold-break").gone("#options");
        does(StationStatus.STOPPED);
        pass(15, "09:27");
        at("work-held");
    }

    private void askForMore() throws Exception {
        kiosk.tap("#primary").see("#hold");
        does(StationStatus.PRODUCTION);
        kiosk.keys("1000").tap("#primary").see("#sign");
        at("tolerance");
        kiosk.tap("#sign").see("#allow").tap("#reason-" + Floorplan.SUPERVISOR).keys("274");
        at("override");
        kiosk.tap("#back").gone("#allow").tap("#back").see(".card");
    }

    private void workByPiece() throws Exception {
        kiosk.open(Floorplan.SEW).tap("#primary").see("#second-switch");
        at("second-start");
        kiosk.tap("#second-hold").see("#pieces");
        kiosk.scan("SN001").see("#good", "1").see("#message", "SN001");
        pass(31, "09:58");
        kiosk.tap("#piece-SN003").tap("#piece-SN004");
        at("work-piece");
        kiosk.scan("SN999").see("#problem");
        at("work-piece-unknown");
        kiosk.tap("#back").see(".card").tap("#part-mine");
        at("queue-mine");
    }

    private void workStepByStep() throws Exception {
        kiosk.tap("#back").see(".card").open(Floorplan.ASSEMBLE).tap("#guide");
        kiosk.see("#start-" + Procedures.STRAP);
        kiosk.tap("#start-" + Procedures.STRAP).see("#pad").see("#undo");
        does(StationStatus.PRODUCTION);
        kiosk.keys("9");
        at("guided-number");
        kiosk.tap("#primary").see("#problem");
        at("guided-failed");
        kiosk.tap("#override").see("#allow").tap("#reason-" + Floorplan.SUPERVISOR);
        at("guided-override");
        kiosk.tap("#back").gone("#allow").keys("1").tap("#primary").see("#yes").tap("#yes");
        kiosk.see("#correct");
        at("guided-tick");
        kiosk.tap("#yes").see("#write");
        at("guided-scan");
        kiosk.scan(Procedures.HIDE).see("#skip");
        at("guided-words");
        kiosk.tap("#skip").see("#photo-2");
        at("guided-photo");
        kiosk.tap("#photo-1").see("#where", " 5 ");
        pass(12, "10:53");
        kiosk.gone("#message");
        at("guided-plain");
        passUpTo(Procedures.PICTURED);
        kiosk.see("#where", " " + Procedures.PICTURED + " ");
        at("guided-picture");
        passUpTo(Procedures.PICTURED + 2);
        kiosk.see("#where", " " + (Procedures.PICTURED + 2) + " ").tap("#end").see("#run-finish");
        at("guided-end");
        kiosk.tap("#back").gone("#run-finish").tap("#pause").gone("#pause");
        kiosk.see("#message");
        pass(5, "10:58");
        kiosk.gone("#message");
        at("guided-paused");
        kiosk.tap("#back").see("#guide").tap("#back").see("#guided");
        at("guided-queue");
        kiosk.open(Floorplan.CUT).tap("#guide");
        kiosk.see("#goOn");
        at("guided-list");
        kiosk.tap("#goOn").see("#primary").tap("#end").tap("#run-finish").see("#approve");
        // Said before time goes on, so that it is gone by then.
        kiosk.see("#message");
        pass(6, "11:04");
        kiosk.gone("#message");
        at("guided-ended");
        kiosk.tap("#approve").see("#allow").tap("#reason-" + Floorplan.SUPERVISOR);
        at("guided-approve");
        kiosk.tap("#back").gone("#allow").tap("#primary").see("#step").tap("#back").see(".card");
    }

    private WorkSession run() {
        return kiosk.core().state().floor().sops().of(who).getFirst();
    }

    /** As if by hand, but faster. */
    private void passUpTo(int step) {
        while (run().passedCount() < step - 1) {
            String key = run().currentStep().orElseThrow().key();
            kiosk.record(new RunCommand.CheckStep(who, run().id(), key, Map.of()));
        }
    }

    private void lookBack() throws Exception {
        kiosk.tap("#day").see("#dayGood");
        at("day");
        kiosk.tap("#back").see(".card").tap("#past").see(".row");
        at("history");
        kiosk.tap("#back").see(".card").tap("#status").see("#stationGood");
        at("station");
        kiosk.tap("#status-stopped").see("#stop-blade");
        at("stop");
        kiosk.tap("#stop-blade").gone("#stop-blade").tap("#note").see("#keyboard");
        at("note");
        kiosk.tap("#back").gone("#keyboard");
        does(StationStatus.STOPPED);
        pass(8, "10:06");
        // What is said about it is gone when time goes on, so it must have been said before.
        kiosk.tap("#status-setup").see("#undo");
        does(StationStatus.SETUP);
        pass(30, "10:36");
        at("station-stopped");
        kiosk.tap("#back").see(".card").scan("R-4711").see("#pad").keys("6");
        at("new-job");
        kiosk.tap("#back").see(".card").tap("#endShift").see("#shift-end");
        at("end-shift");
        kiosk.tap("#back").gone("#shift-end");
    }

    /** What follows the work is recorded after it, and before time goes on. */
    private void does(StationStatus status) {
        kiosk.until(
                "the station's status is " + status,
                () -> kiosk.core().state().place().session(who).orElseThrow().status() == status);
    }

    private void leave() throws Exception {
        kiosk.tap("#benchName").see("#clean");
        at("service");
        kiosk.tap("#leave").see("#confirm");
        at("service-leave");
        kiosk.tap("#back").gone("#confirm").tap("#benchName").tap("#clean").see("#coverLarge");
        at("cleaning");
        clocks.advance(Duration.ofSeconds(31));
        kiosk.gone("#coverLarge").tap("#endShift").tap("#shift-end").see("#item-swept");
        kiosk.tap("#item-swept");
        at("checklist-closing");
        kiosk.tap("#item-off").tap("#done").see("#login");
        clocks.advance(Duration.ofMinutes(5));
        kiosk.see("#coverLarge");
        at("idle");
    }

    private void comeBack() throws Exception {
        kiosk.press(KeyCode.ESCAPE).gone("#coverLarge").prove(who).see("#seat-BENCH-1");
        kiosk.tap("#seat-BENCH-1").see("#item-guard").tap("#item-guard").tap("#item-oil");
        kiosk.see("#pad").keys("4").tap("#done").gone("#pad").tap("#done").see("#options");
        at("resume");
    }
}
