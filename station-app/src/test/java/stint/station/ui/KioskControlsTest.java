package stint.station.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every control of every screen: large enough on the real panel, whole, and said by a reader. */
class KioskControlsTest {

    private static final double TARGET_MM = 15;
    private static final double PRIMARY_MM = 20;

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        // A bench PC's small panel, one of 21 inches, and a dense one.
        "en, 1280, 800, 96",
        "th, 1280, 800, 96",
        "he, 1280, 800, 96",
        "ru, 1280, 800, 96",
        "ru, 1920, 1080, 105",
        "th, 1920, 1200, 142"
    })
    void UX_every_control_is_hit_read_and_heard(String language, int width, int height, double dpi)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        KioskWalk.walk(
                directory,
                language,
                width,
                height,
                dpi,
                (screen, kiosk) -> {
                    kiosk.picture("walked-" + screen);
                    wrong.addAll(KioskDriver.onFx(() -> check(screen, kiosk, dpi / 25.4)));
                });

        assertThat(wrong).isEmpty();
    }

    private static List<String> check(String screen, KioskDriver kiosk, double pixelsPerMm) {
        List<String> wrong = new ArrayList<>();
        for (Node node : kiosk.scene().getRoot().lookupAll(".button")) {
            Button button = (Button) node;
            if (!KioskDriver.shown(button)) {
                continue;
            }
            String name = screen + ": " + button.getId() + " " + button.getAccessibleText();
            if (button.getAccessibleText() == null || button.getAccessibleText().isBlank()) {
                wrong.add(name + " says nothing");
            }
            Bounds bounds = button.localToScene(button.getLayoutBounds());
            double mm = Math.min(bounds.getWidth(), bounds.getHeight()) / pixelsPerMm;
            boolean primary = button.getStyleClass().contains("primary");
            if (mm < (primary ? PRIMARY_MM : TARGET_MM)) {
                wrong.add("%s is %.1f mm".formatted(name, mm));
            }
        }
        return wrong;
    }
}
