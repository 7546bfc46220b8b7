package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.kit.FilterBar;

import java.util.EnumMap;
import java.util.Map;

/** Who and what the floor is made of, one kind at a time. On the FX thread only. */
public final class MasterPage implements DeskPage {

    private enum Tab {
        PEOPLE,
        STATIONS,
        REASONS,
        PRODUCTS,
        SKILLS,
        LIMITS
    }

    private record Pane(Node view, Runnable load) {}

    private final VBox view = new VBox();
    private final StackPane place = new StackPane();
    private final FilterBar<Tab> tabs;
    private final Map<Tab, Pane> panes = new EnumMap<>(Tab.class);

    /** A page that has asked for nothing yet. */
    public MasterPage(Desk desk) {
        tabs =
                new FilterBar<>(
                        "master",
                        Tab.PEOPLE,
                        word -> desk.texts(MasterPage.class).text("master.tab." + word),
                        this::turned);
        list(Tab.PEOPLE, new KindPane<>(desk, new People(desk, this::load)));
        list(Tab.STATIONS, new KindPane<>(desk, new Stations(desk)));
        list(Tab.REASONS, new KindPane<>(desk, new Reasons(desk)));
        list(Tab.PRODUCTS, new KindPane<>(desk, new Products(desk)));
        list(Tab.SKILLS, new KindPane<>(desk, new Skills(desk)));
        LimitsPane limits = new LimitsPane(desk);
        panes.put(Tab.LIMITS, new Pane(limits.view(), limits::load));
        VBox.setVgrow(place, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(tabs.view(), place);
        turn();
    }

    private void list(Tab tab, KindPane<?> pane) {
        panes.put(tab, new Pane(pane.view(), pane::load));
    }

    private void turned() {
        turn();
        load();
    }

    private void turn() {
        Pane pane = panes.get(tabs.chosen());
        if (pane != null) {
            place.getChildren().setAll(pane.view());
        }
    }

    private void load() {
        Pane pane = panes.get(tabs.chosen());
        if (pane != null) {
            pane.load().run();
        }
    }

    @Override
    public String key() {
        return "master";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        load();
    }

    @Override
    public void news() {
        load();
    }
}
