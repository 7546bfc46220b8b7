package stint.station.desk;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.util.Locale;

/** The line that says what became of the last thing that was done. On the FX thread only. */
final class NoticeLine extends HBox {

    private final FontIcon icon = new FontIcon();
    private final VBox lines = new VBox();
    private final Label code = new Label();

    NoticeLine(Texts texts) {
        setId("notice");
        setAlignment(Pos.CENTER_LEFT);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setId("notice-lines");
        code.setId("notice-code");
        code.getStyleClass().add("code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.setId("notice-close");
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(texts.text("notice.close"));
        close.setOnAction(event -> hide());
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(icon, lines, code, close);
        hide();
    }

    void show(Notice notice) {
        if (notice.lines().isEmpty()) {
            hide();
            return;
        }
        lines.getChildren()
                .setAll(
                        notice.lines().stream()
                                .map(line -> {
                                    Label label = new Label(line);
                                    label.setWrapText(true);
                                    label.setMaxWidth(Double.MAX_VALUE);
                                    return Wrapping.guard(label);
                                })
                                .toList());
        code.setText(notice.code());
        icon.setIconCode(
                switch (notice.tone()) {
                    case DONE -> Material2AL.CHECK_CIRCLE_OUTLINE;
                    case LOOK -> Material2MZ.UPDATE;
                    case WRONG -> Material2AL.ERROR_OUTLINE;
                });
        getStyleClass().setAll("notice", notice.tone().name().toLowerCase(Locale.ROOT));
        setVisible(true);
        setManaged(true);
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }
}
