package stint.station.desk.kit;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import stint.station.ui.kit.Texts;

import java.util.List;

/** Makes the buttons of a page: words and an icon, never cut. On the FX thread only. */
public final class Buttons {

    private final Texts texts;
    private final List<String> styles;

    /**
     * Buttons with the words of a page.
     *
     * @param styles of each of them
     */
    public Buttons(Texts texts, String... styles) {
        this.texts = texts;
        this.styles = List.of(styles);
    }

    /**
     * A button.
     *
     * @param id by which it is found
     * @param key of what it says
     */
    public Button of(String id, String key, Ikon icon, Runnable act) {
        Button button = new Button(texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> act.run());
        return button;
    }
}
