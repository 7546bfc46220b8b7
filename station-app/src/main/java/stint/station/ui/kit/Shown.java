package stint.station.ui.kit;

import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a screen shows: a picture that is made anew whenever something may have changed, and drawn
 * only where it is another one. On the FX thread only.
 *
 * @param <V> an immutable record
 */
public final class Shown<V> {

    private final Supplier<V> make;
    private final ReadOnlyObjectWrapper<V> view;

    /** Makes the first picture at once: the last thing in a model's constructor. */
    public Shown(Supplier<V> make) {
        this.make = make;
        this.view = new ReadOnlyObjectWrapper<>(make.get());
    }

    /** Something may have changed. */
    public void refresh() {
        view.set(make.get());
    }

    /** The newest picture. */
    public V get() {
        return view.get();
    }

    /** Draws now, and again whenever the picture is another one. */
    public void follow(Consumer<V> draw) {
        draw.accept(view.get());
        view.addListener((property, before, now) -> draw.accept(now));
    }
}
