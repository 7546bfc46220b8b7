package stint.station.desk.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A row of buttons of which one is always chosen, and beside it how many that leaves. FX thread.
 */
public final class FilterBar<W extends Enum<W>> {

    private final HBox view = new HBox();
    private final Label count = new Label();
    private final Map<W, ToggleButton> buttons;
    private W chosen;

    /**
     * A bar.
     *
     * @param page what the nodes' ids begin with
     * @param first chosen from the start
     * @param word what a button says, by its name in small letters
     * @param changed runs when another one is chosen by hand
     */
    public FilterBar(String page, W first, Function<String, String> word, Runnable changed) {
        buttons = new EnumMap<>(first.getDeclaringClass());
        chosen = first;
        ToggleGroup group = new ToggleGroup();
        for (W each : first.getDeclaringClass().getEnumConstants()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(word.apply(name));
            button.setId(page + "-" + name);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add("small");
            button.setOnAction(event -> {
                choose(each);
                changed.run();
            });
            buttons.put(each, button);
        }
        choose(first);
        count.setId(page + "-count");
        count.getStyleClass().add("soft");
        view.getStyleClass().add("bar");
        view.getChildren().addAll(buttons.values());
        view.getChildren().add(count);
    }

    /** The row. */
    public Node view() {
        return view;
    }

    /** What is chosen. */
    public W chosen() {
        return chosen;
    }

    private void choose(W wanted) {
        chosen = wanted;
        buttons.forEach((each, button) -> button.setSelected(each == wanted));
    }

    /** Says how many there are. */
    public void count(String words) {
        count.setText(words);
    }
}
