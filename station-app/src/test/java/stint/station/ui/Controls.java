package stint.station.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

import java.util.ArrayList;
import java.util.List;

/** Every control of a screen: large enough, whole, said by a reader, and no words too faint. */
final class Controls {

    private static final double TARGET_MM = 15;
    private static final double PRIMARY_MM = 20;

    private Controls() {}

    /** What is wrong with the screen that is shown, a line each. */
    static List<String> wrong(String screen, KioskDriver kiosk, double dpi) throws Exception {
        return KioskDriver.onFx(() -> {
            List<String> wrong = new ArrayList<>(check(screen, kiosk, dpi / 25.4));
            Contrast.faint(kiosk.scene().getRoot())
                    .forEach(each -> wrong.add(screen + ": " + each));
            kiosk.badlyPlaced().forEach(each -> wrong.add(screen + ": " + each));
            return wrong;
        });
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
            spilt(button, bounds).forEach(words -> wrong.add(name + " spills " + words));
        }
        return wrong;
    }

    /** Words that belong to a button and stand outside of it. */
    private static List<String> spilt(Button button, Bounds bounds) {
        return button.lookupAll(".label").stream()
                .filter(KioskDriver::shown)
                .filter(label ->
                        !bounds.contains(label.localToScene(label.getLayoutBounds()))
                                && label instanceof Labeled)
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}
