package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.domain.work.Command;
import stint.station.ui.PanelFit.Panel;
import stint.station.ui.kit.KioskMemory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The kiosk as a thing in a workshop: its menu, its panel, its sound. */
class KioskHouseTest {

    private final HandClocks clocks = new HandClocks(Instant.parse("2025-11-03T03:00:00Z"));
    private final CountedCues cues = new CountedCues();
    private final KioskMemory memory = KioskMemory.untilTheEnd();

    @TempDir Path directory;
    private KioskDriver kiosk;

    @BeforeEach
    void open() throws Exception {
        kiosk =
                KioskDriver.open(
                        directory,
                        new KioskOptions(
                                Locale.ENGLISH,
                                KioskDriver.ZONE,
                                false,
                                96,
                                clocks,
                                memory,
                                cues,
                                false));
        kiosk.size(1280, 800);
    }

    @AfterEach
    void close() throws Exception {
        kiosk.close();
    }

    @Test
    void UX_the_way_out_needs_a_supervisor() throws Exception {
        kiosk.tap("#benchName").tap("#leave").scan(Floorplan.ANN.value()).keys(Floorplan.PIN);
        kiosk.tap("#confirm").see("#problem", "NOT_ALLOWED");
        assertThat(kiosk.showing()).isTrue();

        kiosk.scan(Floorplan.SUPERVISOR.value()).type(Floorplan.PIN).press(KeyCode.ENTER);
        kiosk.until("the kiosk is closed", () -> !kiosk.showing());
    }

    @Test
    void UX_while_the_panel_is_wiped_nothing_reacts() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold");
        kiosk.tap("#benchName").tap("#clean").see("#coverLarge", "30");

        kiosk.type("12").press(KeyCode.ENTER).press(KeyCode.ESCAPE).scan("STINT-END");
        assertThat(KioskDriver.onFx(() -> kiosk.find("#primary").orElseThrow().isDisabled()))
                .isTrue();
        assertThat(kiosk.text("#typed")).isEqualTo("Number");

        clocks.advance(Duration.ofSeconds(20));
        kiosk.see("#coverLarge", "10");
        clocks.advance(Duration.ofSeconds(11));
        kiosk.gone("#coverLarge").see("#hold").keys("4").tap("#primary").see("#message", "4 good");
    }

    @Test
    void UX_with_nobody_there_the_bench_says_its_name_and_a_scan_wakes_it() throws Exception {
        clocks.advance(Duration.ofMinutes(3));
        kiosk.see("#coverTitle", "BENCH-1").see("#coverLarge", "10:03");

        kiosk.scan(Floorplan.ANN.value()).gone("#coverTitle").see("#code", "Ann Lee");
        kiosk.type(Floorplan.PIN).press(KeyCode.ENTER).see("#endShift");

        clocks.advance(Duration.ofMinutes(30));
        kiosk.record(new Command.Start(Floorplan.NAM, Floorplan.CUT, null, null, null));
        kiosk.see("#clock", "10:33").gone("#coverTitle");
    }

    @Test
    void UX_it_sounds_for_yes_and_for_no() throws Exception {
        kiosk.login(Floorplan.ANN).open(Floorplan.CUT).tap("#primary").see("#hold");
        kiosk.keys("5").tap("#primary").see("#message", "5 good");
        int before = cues.refused.get();
        assertThat(cues.accepted.get()).isEqualTo(2);

        kiosk.keys("0").tap("#primary").see("#problem", "QTY_INVALID");
        assertThat(cues.refused.get()).isEqualTo(before + 1);
        kiosk.scan("STINT-START").see("#message", "ORDER_NOT_HERE");
        assertThat(cues.refused.get()).isEqualTo(before + 2);
    }

    @Test
    void UX_the_sound_is_switched_and_stays_so() throws Exception {
        Path file = directory.resolve("kiosk.properties");
        KioskMemory kept = KioskMemory.in(file);
        assertThat(kept.sound()).isTrue();
        kept.sound(false);
        kiosk.until("the switch is kept", () -> !KioskMemory.in(file).sound());

        kiosk.tap("#benchName").see("#sound", "on").tap("#sound").see("#sound", "off");
        assertThat(memory.sound()).isFalse();
        Files.writeString(file, "\\u00zz");
        assertThat(KioskMemory.in(file).sound()).isTrue();
    }

    @Test
    void UX_it_finds_a_panel_again_when_its_own_is_gone() {
        Panel left = new Panel(new Rectangle2D(0, 0, 1920, 1080), 96);
        Panel right = new Panel(new Rectangle2D(1920, 0, 1280, 800), 120);
        Rectangle2D onTheRight = new Rectangle2D(1920, 0, 1280, 800);

        assertThat(PanelFit.choose(List.of(left, right), onTheRight)).contains(right);
        assertThat(PanelFit.choose(List.of(left), onTheRight)).contains(left);
        assertThat(PanelFit.choose(List.of(), onTheRight)).isEmpty();
    }
}
