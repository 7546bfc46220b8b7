package stint.station.desk.routing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.domain.plan.RoutingGraph;
import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.ImportPane;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.RoutingJson;
import stint.wire.planning.PersonView;
import stint.wire.planning.RoutingView;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The list of routings, and the drawing of one. What was drawn and not saved stays until its window
 * is closed. On the FX thread only.
 */
public final class RoutingPage implements DeskPage {

    private static final String EXAMPLE =
            """
            {
              "code": "TOTE",
              "name": "Tote bag",
              "operations": [
                {"sequence": 1, "name": "Cut", "mode": "batch", "stationType": "cutting", "minutes": 4},
                {"sequence": 2, "name": "Sew", "mode": "piece", "stationType": "sewing", "minutes": 45}
              ],
              "edges": [[1, 2]]
            }
            """;

    private final Desk desk;
    private final Texts texts;
    private final StackPane view = new StackPane();
    private final HBox list = new HBox();
    private final TableView<RoutingView> table;
    private final Form form;
    private final ImportPane bringing;
    private final RoutingEditor editor;
    private final Map<String, RoutingState> unsaved = new HashMap<>();
    private final TreeSet<String> skills = new TreeSet<>();
    private List<RoutingView> routings = List.of();

    /** A page that has asked for nothing yet. */
    public RoutingPage(Desk desk) {
        this.desk = desk;
        texts = desk.texts(RoutingPage.class);
        editor = new RoutingEditor(desk, this::back);
        table = Tables.table("routings", texts.text("list.empty"));
        table.getColumns().add(Tables.words(texts.text("list.code"), 140, RoutingView::code));
        table.getColumns().add(Tables.words(texts.text("list.name"), 300, RoutingView::name));
        table.getColumns().add(Tables.words(texts.text("list.published"), 160, this::published));
        table.getColumns().add(Tables.words(texts.text("list.draft"), 260, this::draft));
        table.setOnKeyPressed(this::pressed);
        table.setOnMouseClicked(this::clicked);
        form = new Form(texts, "new-routing", texts.text("new.title"), texts.text("new.ok"));
        form.text("code", texts.text("list.code"), texts.text("new.code.hint"));
        form.text("name", texts.text("list.name"), "");
        ImportPane.Words words =
                new ImportPane.Words(
                        texts.text("import.title"),
                        texts.text("import.hint"),
                        EXAMPLE,
                        texts.text("import.kind"),
                        texts.text("import.ok"));
        bringing = new ImportPane(desk, words, this::bringIn, "*.json");
        Buttons buttons = new Buttons(texts);
        Button open = buttons.of("routing-open", "list.open", Material2AL.EDIT, this::openChosen);
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button create = buttons.of("routing-new", "list.new", Material2AL.ADD, this::create);
        create.getStyleClass().add("accent");
        Button bring =
                buttons.of(
                        "routing-import",
                        "list.import",
                        Material2AL.CLOUD_UPLOAD,
                        this::startBringing);
        List.of(create, bring).forEach(each -> each.setDisable(!desk.person().plans()));
        HBox bar = new HBox(create, open, bring);
        bar.getStyleClass().add("bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox main = new VBox(bar, table);
        main.getStyleClass().add("page");
        HBox.setHgrow(main, Priority.ALWAYS);
        list.getStyleClass().add("sides");
        list.getChildren().addAll(main, form, bringing);
        view.getChildren().setAll(list);
    }

    private String published(RoutingView routing) {
        return routing.published().isEmpty()
                ? texts.text("list.never")
                : texts.text("list.version", routing.published().getLast().version());
    }

    private String draft(RoutingView routing) {
        if (unsaved.containsKey(routing.code())) {
            return texts.text("list.unsaved");
        }
        if (RoutingStore.state(routing).isPublished()) {
            return "";
        }
        return routing.problems().isEmpty()
                ? texts.text("list.ready")
                : texts.text("list.problems", routing.problems().size());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openChosen();
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2) {
            openChosen();
        }
    }

    private void startBringing() {
        form.close();
        bringing.open();
    }

    /** Opens what a file holds as a change to what there is: it is seen before it is saved. */
    private void bringIn(byte[] file) {
        switch (RoutingJson.read(file)) {
            case RoutingJson.Found.Wrong(List<RoutingJson.Fault> faults) ->
                    bringing.wrong(
                            faults.stream().map(fault -> FaultWords.of(fault, texts)).toList());
            case RoutingJson.Found.Routing(RoutingGraph graph) -> {
                bringing.done();
                edit(of(graph.code()).edit(graph, 0, ""));
                desk.look(texts.text("import.done", graph.code()), List.of());
            }
        }
    }

    /** A routing as it stands here. */
    private RoutingState of(String code) {
        RoutingState drawn = unsaved.get(code);
        return drawn != null
                ? drawn
                : routings.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .map(RoutingStore::state)
                        .orElseGet(() -> RoutingState.begun(code, ""));
    }

    private void create() {
        bringing.close();
        form.clear();
        form.open(() -> {
            String code = form.words("code");
            if (form.lacks("code", texts.text("new.code.missing"))
                    || form.lacks("name", texts.text("new.name.missing"))) {
                return;
            }
            if (routings.stream().anyMatch(each -> each.code().equals(code))) {
                form.wrong(List.of(), List.of(texts.text("new.there", code)));
                return;
            }
            form.close();
            edit(RoutingState.begun(code, form.words("name")));
        });
    }

    private void openChosen() {
        RoutingView chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            edit(of(chosen.code()));
        }
    }

    private void edit(RoutingState state) {
        form.close();
        bringing.close();
        view.getChildren().setAll(editor.view());
        editor.open(state);
        offer();
    }

    private void back() {
        RoutingState state = editor.state();
        if (state.unsaved()) {
            unsaved.put(state.graph().code(), state);
        } else {
            unsaved.remove(state.graph().code());
        }
        view.getChildren().setAll(list);
        load();
        table.requestFocus();
    }

    @Override
    public String key() {
        return "routing";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        desk.client()
                .get(
                        "people",
                        PersonView[].class,
                        reply ->
                                reply.ifOk(people -> {
                                    for (PersonView person : people) {
                                        skills.addAll(person.skills());
                                    }
                                    offer();
                                }));
        load();
    }

    @Override
    public void news() {
        load();
    }

    private void load() {
        desk.client()
                .get(
                        "routings",
                        RoutingView[].class,
                        reply -> {
                            reply.ifOk(answer -> {
                                routings = withNew(List.of(answer));
                                Tables.show(table, routings, RoutingView::code);
                                table.refresh();
                            });
                            desk.say(reply);
                        });
    }

    /** A routing that was begun here, and that the server does not know yet, is in the list too. */
    private List<RoutingView> withNew(List<RoutingView> known) {
        List<RoutingView> all = new ArrayList<>(known);
        unsaved.forEach((code, state) -> {
            if (known.stream().noneMatch(each -> each.code().equals(code))) {
                all.add(
                        new RoutingView(
                                code, state.graph().name(), null, null, List.of(), List.of()));
            }
        });
        return all;
    }

    private void offer() {
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> learnt = new TreeSet<>(skills);
        for (RoutingView routing : routings) {
            RoutingStore.state(routing)
                    .graph()
                    .operations()
                    .forEach(operation -> {
                        if (operation.stationType() != null) {
                            types.add(operation.stationType());
                        }
                        if (operation.skill() != null) {
                            learnt.add(operation.skill());
                        }
                    });
        }
        editor.offer(types, learnt);
    }
}
