package stint.station.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;

import java.util.function.Consumer;

/** How a controller follows a model. */
public final class View {

    private View() {}

    /** Draws now, and again whenever the view is another one; on the FX thread only. */
    public static <V> void follow(ReadOnlyObjectProperty<V> view, Consumer<V> draw) {
        draw.accept(view.get());
        view.addListener((property, before, now) -> draw.accept(now));
    }
}
