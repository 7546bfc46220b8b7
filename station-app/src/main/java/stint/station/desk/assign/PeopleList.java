package stint.station.desk.assign;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.planning.PersonView;

import java.util.List;
import java.util.function.Consumer;

/**
 * The people with their loads; a share is dropped on one of them. Who has learnt what the chosen
 * share takes is marked. On the FX thread only.
 */
final class PeopleList extends ScrollPane {

    private static final double WIDTH = 330;

    private final Texts texts;
    private final Consumer<String> dropped;
    private final VBox boxes = new VBox();
    private List<PersonLoad> loads = List.of();
    private @Nullable ShareRow chosen;

    /**
     * A list of nobody yet.
     *
     * @param dropped gets the worker code of whoever a share was dropped on
     */
    PeopleList(Texts texts, Consumer<String> dropped) {
        this.texts = texts;
        this.dropped = dropped;
        setId("assign-people");
        boxes.getStyleClass().add("people");
        setContent(boxes);
        setFitToWidth(true);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
    }

    void show(List<PersonLoad> people) {
        if (!loads.equals(people)) {
            loads = people;
            draw();
        }
    }

    /** Which share somebody is sought for; absent for none. */
    void choose(@Nullable ShareRow row) {
        chosen = row;
        draw();
    }

    private void draw() {
        boxes.getChildren().setAll(loads.stream().map(this::box).toList());
    }

    private VBox box(PersonLoad load) {
        PersonView person = load.person();
        Label name = new Label(person.name() + " · " + person.code());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(name);
        head.getStyleClass().add("bar");
        if (load.over()) {
            Label over = Tables.badge(texts.text("load.over"), Badge.WRONG);
            over.setGraphic(new FontIcon(Material2MZ.WARNING));
            head.getChildren().add(over);
        }
        ProgressBar bar = new ProgressBar(load.part());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(load.over() ? "load-over" : "load");
        Label minutes = new Label(texts.text("load.minutes", person.minutes(), person.pieces()));
        minutes.setMinWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(head, bar, minutes, fit(person));
        box.setId("person-" + person.code());
        box.getStyleClass().add("person-box");
        box.addEventHandler(
                MouseDragEvent.MOUSE_DRAG_ENTERED, event -> box.getStyleClass().add("drop-here"));
        box.addEventHandler(
                MouseDragEvent.MOUSE_DRAG_EXITED, event -> box.getStyleClass().remove("drop-here"));
        box.addEventHandler(
                MouseDragEvent.MOUSE_DRAG_RELEASED, event -> dropped.accept(person.code()));
        return box;
    }

    private Label fit(PersonView person) {
        ShareRow row = chosen;
        String skill = row == null ? null : row.step().skill();
        Label label = new Label();
        label.setWrapText(true);
        Wrapping.guard(label);
        if (row == null || skill == null) {
            label.setText(
                    person.skills().isEmpty()
                            ? texts.text("skill.none")
                            : texts.text("skill.has", String.join(", ", person.skills())));
            label.getStyleClass().addAll("soft", "small");
        } else if (row.fits(person.skills())) {
            label.setText(texts.text("skill.fits", skill));
            label.setGraphic(new FontIcon(Material2AL.CHECK_CIRCLE));
            label.getStyleClass().addAll("small", "fits");
        } else {
            label.setText(texts.text("skill.lacks", skill));
            label.setGraphic(new FontIcon(Material2AL.BLOCK));
            label.getStyleClass().addAll("small", "problem");
        }
        return label;
    }
}
