package stint.station.ui;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import stint.domain.event.OperatorCode;
import stint.domain.work.Command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Walks through the kiosk and keeps a picture of each screen in {@code target/pictures}. */
class KioskPictureTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "en, W-0007, 1280, 800",
        "th, W-0012, 1280, 800",
        "he, W-0021, 1280, 800",
        "en, W-0007, 1920, 1080",
        "th, W-0012, 1920, 1080",
        "ru, W-0033, 1280, 800"
    })
    void everyScreenIsDrawn(String language, String who, double width, double height)
            throws Exception {
        OperatorCode code = new OperatorCode(who);
        OperatorCode other = new OperatorCode("W-0015");
        String prefix = "kiosk-" + language + "-" + (int) width + "-";
        try (KioskDriver kiosk = KioskDriver.open(directory, Locale.forLanguageTag(language))) {
            kiosk.size(width, height);
            kiosk.record(new Command.Start(other, Floorplan.CUT, null, null, null));
            kiosk.record(new Command.Complete(other, Floorplan.CUT, 7, List.of(), null));
            kiosk.see("#login").tap("#person-" + who).keys("2749");
            kiosk.picture(prefix + "1-login");
            kiosk.keys("99").tap("#login").see("#problem");
            kiosk.picture(prefix + "2-login-wrong");
            kiosk.login(code).see(".card");
            kiosk.picture(prefix + "3-queue");
            kiosk.open(Floorplan.CUT);
            kiosk.picture(prefix + "4-work-start");
            kiosk.tap("#primary").see("#hold").keys("12");
            kiosk.picture(prefix + "5-work-batch");
            kiosk.tap("#primary").see("#undo");
            kiosk.picture(prefix + "6-work-receipt");
            kiosk.keys("0").tap("#primary").see("#problem");
            kiosk.picture(prefix + "6-work-zero");
            kiosk.tap("#scrap").see("#reasons").keys("2").tap("#reason-seam");
            kiosk.picture(prefix + "7-scrap");
            kiosk.tap("#back");
            kiosk.tap("#hold").see("#hold-break");
            kiosk.picture(prefix + "8-hold");
            kiosk.tap("#hold-break").gone("#options");
            kiosk.picture(prefix + "9-work-held");
            kiosk.tap("#primary").see("#hold").keys("1000").tap("#primary").see("#sign");
            kiosk.picture(prefix + "a-tolerance");
            kiosk.tap("#sign").see("#allow").tap("#reason-" + Floorplan.SUPERVISOR).keys("274");
            kiosk.picture(prefix + "b-approve");
            kiosk.tap("#back").tap("#back");
            kiosk.see(".card").open(Floorplan.SEW).tap("#primary").see("#second-switch");
            kiosk.picture(prefix + "c-second-start");
            kiosk.tap("#second-hold").see("#pieces").tap("#piece-SN003").tap("#piece-SN004");
            kiosk.picture(prefix + "d-work-piece");
            kiosk.scan("SN999").see("#problem");
            kiosk.picture(prefix + "e-serial-unknown");
            kiosk.tap("#back").see(".card").tap("#endShift").see("#shift-end");
            kiosk.picture(prefix + "f-end-shift");
        }
    }
}
