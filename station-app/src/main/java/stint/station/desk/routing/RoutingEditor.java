package stint.station.desk.routing;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.office.PlanWords;
import stint.domain.plan.RoutingGraph;
import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.desk.graph.ArrowShape;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.SaveForm;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;
import stint.wire.RoutingJson;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws one routing: the graph, the operation that is looked at, and all that keeps it from being
 * published, said while it is drawn (DP-3). On the FX thread only.
 */
final class RoutingEditor {

    private final Texts texts;
    private final PlanWords words;
    private final boolean may;
    private final RoutingStore store;
    private final SaveForm file;
    private final Keys keys;
    private final Canvas canvas;
    private final OperationPane pane;
    private final VBox view = new VBox();
    private final TextField name = new TextField();
    private final Label hint = new Label();
    private final VBox findings = new VBox();
    private final Label code = new Label();
    private final Button undo;
    private final Button redo;
    private final Button save;
    private final Button publish;
    private final Button reload;
    private RoutingState state =
            RoutingState.of(new RoutingGraph("", "", List.of(), List.of()), null, null, 0, null);

    /**
     * @param back what is done to see the list again
     */
    RoutingEditor(Desk desk, Runnable back) {
        texts = desk.texts(RoutingEditor.class);
        Buttons buttons = new Buttons(texts);
        words = PlanWords.in(texts.locale(), texts.zone());
        may = desk.person().plans();
        file = new SaveForm(desk, texts.text("file.title"));
        store = new RoutingStore(desk, this::state, this::show);
        keys = new Keys(texts.rightToLeft(), this);
        canvas = new Canvas(texts, new Wishes());
        pane =
                new OperationPane(
                        texts,
                        (operation, field) ->
                                edit(
                                        Drawing.change(state.graph(), operation),
                                        operation.sequence(),
                                        field + operation.sequence()),
                        edge -> join(edge.before(), edge.after()));
        Button list =
                buttons.of(
                        "routing-back",
                        "edit.back",
                        texts.rightToLeft() ? Material2AL.ARROW_FORWARD : Material2AL.ARROW_BACK,
                        back);
        undo =
                buttons.of(
                        "routing-undo", "edit.undo", Material2MZ.UNDO, () -> show(state.undone()));
        redo =
                buttons.of(
                        "routing-redo", "edit.redo", Material2MZ.REDO, () -> show(state.redone()));
        Button add = buttons.of("routing-add", "edit.add", Material2AL.ADD, this::add);
        Button arrange =
                buttons.of(
                        "routing-arrange", "edit.arrange", Material2AL.ACCOUNT_TREE, this::arrange);
        save = buttons.of("routing-save", "edit.save", Material2MZ.SAVE, store::save);
        publish =
                buttons.of("routing-publish", "edit.publish", Material2MZ.PUBLISH, store::publish);
        publish.getStyleClass().add("accent");
        reload = buttons.of("routing-theirs", "edit.theirs", Material2MZ.REFRESH, store::theirs);
        Button export =
                buttons.of("routing-export", "edit.export", Material2MZ.SAVE_ALT, this::export);
        add.setDisable(!may);
        arrange.setDisable(!may);
        name.setId("routing-name");
        name.setDisable(!may);
        name.setAccessibleText(texts.text("list.name"));
        name.textProperty().addListener((property, before, now) -> rename(now));
        code.setId("routing-code");
        code.getStyleClass().add("title-3");
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox top = new HBox(list, code, name, reload, save, publish);
        HBox tools = new HBox(add, arrange, undo, redo, export);
        List.of(top, tools)
                .forEach(bar -> {
                    bar.getStyleClass().add("bar");
                    bar.setAlignment(Pos.CENTER_LEFT);
                });
        hint.setId("routing-hint");
        hint.getStyleClass().add("soft");
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        Wrapping.guard(hint);
        view.getStyleClass().add("page");
        view.getChildren().addAll(top, tools, hint, middle(), keyLine());
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys::everywhere);
    }

    private Node middle() {
        ScrollPane scroll = new ScrollPane(canvas);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("canvas-frame");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        findings.setId("findings");
        findings.getStyleClass().add("fields");
        ScrollPane found = new ScrollPane(findings);
        found.setFitToWidth(true);
        found.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(pane.view(), Priority.ALWAYS);
        VBox side = new VBox(pane.view(), found);
        side.getStyleClass().add("form");
        found.setMinHeight(110);
        found.setMaxHeight(220);
        HBox middle = new HBox(scroll, side, file.form());
        middle.getStyleClass().add("sides");
        VBox.setVgrow(middle, Priority.ALWAYS);
        return middle;
    }

    private Node keyLine() {
        Label line = new Label(texts.text("edit.keys"));
        line.getStyleClass().addAll("soft", "small");
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        return Wrapping.guard(line);
    }

    Node view() {
        return view;
    }

    RoutingState state() {
        return state;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Whether whoever sits there may draw. */
    boolean may() {
        return may;
    }

    void offer(Collection<String> types, Collection<String> skills) {
        pane.offer(types, skills);
    }

    /** Opens a routing; the keys go to the drawing. */
    void open(RoutingState opened) {
        store.fresh();
        file.form().close();
        show(opened);
        Platform.runLater(canvas::requestFocus); // After the form before it gave its focus back.
    }

    void show(RoutingState now) {
        state = now;
        RoutingGraph graph = now.graph();
        List<Finding> wrong = Finding.of(graph, words);
        canvas.show(now, wrong);
        pane.show(graph, now.chosen(), may);
        code.setText(graph.code());
        if (!name.getText().strip().equals(graph.name())) {
            name.setText(graph.name());
        }
        undo.setDisable(now.undo().isEmpty() || !may);
        redo.setDisable(now.redo().isEmpty() || !may);
        save.setDisable(!may || !now.unsaved() || store.busy());
        publish.setDisable(!may || !wrong.isEmpty() || now.isPublished() || store.busy());
        reload.setVisible(store.stale());
        reload.setManaged(store.stale());
        hint.setText(hint(now));
        findings.getChildren().clear();
        Label head =
                new Label(
                        wrong.isEmpty()
                                ? texts.text("find.none")
                                : texts.text("find.some", wrong.size()));
        head.getStyleClass().add("field-name");
        findings.getChildren().add(head);
        wrong.forEach(this::find);
    }

    private void find(Finding finding) {
        Hyperlink link = new Hyperlink(finding.words(), new FontIcon(Material2MZ.WARNING));
        link.setWrapText(true);
        link.setMaxWidth(Double.MAX_VALUE);
        link.getStyleClass().add("finding");
        link.setOnAction(event -> {
            link.setVisited(false);
            show(state.choose(finding.operation()));
            canvas.requestFocus();
        });
        findings.getChildren().add(Wrapping.guard(link));
    }

    private String hint(RoutingState now) {
        if (now.joining() != 0) {
            return texts.text("hint.joining", now.joining());
        }
        if (store.stale()) {
            return texts.text("hint.stale");
        }
        if (now.published() > 0 && now.isPublished()) {
            return texts.text("hint.published", now.published(), now.published() + 1);
        }
        String version = texts.text("hint.draft", now.published() + 1);
        return now.unsaved() ? version + " " + texts.text("hint.unsaved") : version;
    }

    private void rename(String now) {
        RoutingGraph graph = state.graph();
        if (!now.strip().equals(graph.name())) {
            edit(
                    new RoutingGraph(graph.code(), now.strip(), graph.operations(), graph.edges()),
                    state.chosen(),
                    "name");
        }
    }

    void edit(RoutingGraph graph, int chosen, String what) {
        if (may) {
            show(state.edit(graph, chosen, what));
        }
    }

    /** Adds an operation: in the marked arrow, or after the one that is looked at. */
    void add() {
        int number = Drawing.next(state.graph());
        edit(
                state.marked() == null
                        ? Drawing.add(state.graph(), state.chosen())
                        : Drawing.split(state.graph(), state.marked()),
                number,
                "");
        pane.edit();
    }

    void join(int before, int after) {
        edit(Drawing.join(state.graph(), before, after), state.chosen(), "");
    }

    void editOperation() {
        pane.edit();
    }

    void save() {
        save.fire();
    }

    /** What is drawn now, saved or not. */
    private void export() {
        RoutingGraph graph = state.graph();
        String name = "routing-%s.json".formatted(graph.code().replaceAll("[^\\w-]", "-"));
        file.open(name, taker -> taker.accept(new Reply.Ok<>(RoutingJson.write(graph))));
    }

    void arrange() {
        Map<Integer, Integer> numbers = new HashMap<>();
        RoutingGraph arranged = Drawing.arrange(state.graph(), numbers);
        edit(arranged, numbers.getOrDefault(state.chosen(), 0), "");
        canvas.requestFocus();
    }

    private final class Wishes implements Canvas.Intents {

        @Override
        public void choose(int number) {
            show(state.joinFrom(0).choose(number));
        }

        @Override
        public void mark(ArrowShape arrow) {
            show(state.mark(arrow.edge()));
        }

        @Override
        public void join(int before, int after) {
            RoutingEditor.this.join(before, after);
        }

        @Override
        public void moveTo(int number, int row) {
            edit(Drawing.move(state.graph(), number, row), number, "");
        }

        @Override
        public void addOne() {
            show(state.choose(0));
            add();
        }

        @Override
        public void key(KeyEvent event) {
            keys.onCanvas(event);
        }
    }
}
