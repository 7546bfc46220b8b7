package stint.station.desk.sop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.protocol.SopView;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The SOPs there are, and the editor of one (SOP-1, SOP-6). On the FX thread only. */
public final class SopPage implements DeskPage {

    private final Desk desk;
    private final Texts texts;
    private final HBox view = new HBox();
    private final StackPane main = new StackPane();
    private final VBox list;
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final TableView<SopLineView> table;
    private final SopPane pane;

    private List<SopLineView> sops = List.of();
    private String wanted = "";

    /** A page that has asked for nothing yet. */
    public SopPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(SopPage.class);
        table = table();
        pane = new SopPane(desk, this::back);
        Button create = new Button(texts.text("sop.create"), new FontIcon(Material2AL.ADD));
        create.setId("sop-create");
        create.setMinWidth(Region.USE_PREF_SIZE);
        create.getStyleClass().add("accent");
        create.setOnAction(event -> {
            show(pane.view());
            pane.create();
        });
        search.setId("sops-search");
        search.setPromptText(texts.text("sops.search"));
        search.textProperty().addListener(property -> draw());
        count.getStyleClass().add("soft");
        HBox bar = new HBox(create, search, count);
        bar.getStyleClass().add("bar");
        list = new VBox(bar, table);
        list.getStyleClass().add("page");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(main, pane.form());
        show(list);
    }

    private TableView<SopLineView> table() {
        TableView<SopLineView> made = Tables.table("sops", texts.text("sops.none"));
        made.getColumns().add(Tables.words(texts.text("sop.code"), 160, SopLineView::code));
        made.getColumns()
                .add(
                        Tables.words(
                                texts.text("sop.title"),
                                320,
                                line -> line.title(texts.language())));
        made.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("sops.state"),
                                220,
                                this::state,
                                Comparator.comparingInt(line -> line.view().versions())));
        made.getColumns()
                .add(
                        Tables.words(
                                texts.text("sops.steps"),
                                80,
                                line -> Integer.toString(line.shown().steps().size())));
        made.getColumns()
                .add(
                        Tables.words(
                                texts.text("sops.open"),
                                100,
                                line -> Integer.toString(line.view().openSessions())));
        made.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
                event.consume();
            }
        });
        made.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openChosen();
            }
        });
        return made;
    }

    private Node state(SopLineView line) {
        HBox states = new HBox();
        states.getStyleClass().add("bar");
        if (line.confirmed() != null) {
            states.getChildren()
                    .add(
                            Tables.badge(
                                    texts.text("state.confirmed", line.view().versions()),
                                    Badge.DONE));
        }
        if (line.draft() != null) {
            states.getChildren()
                    .add(Tables.badge(texts.text("state.draft", line.nextVersion()), Badge.LOOK));
        }
        return states;
    }

    private void show(Node node) {
        main.getChildren().setAll(node);
    }

    @Override
    public String key() {
        return "sop";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        desk.client()
                .get(
                        "sops",
                        SopView[].class,
                        reply -> {
                            reply.ifOk(answer -> {
                                sops = Arrays.stream(answer).map(SopLineView::of).toList();
                                draw();
                            });
                            desk.say(reply);
                        });
    }

    @Override
    public void news() {
        shown();
    }

    @Override
    public void open(String code) {
        wanted = code;
        draw();
    }

    private void draw() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        List<SopLineView> found =
                sops.stream()
                        .filter(line ->
                                (line.code() + " " + line.title(texts.language()))
                                        .toLowerCase(Locale.ROOT)
                                        .contains(words))
                        .toList();
        Tables.show(table, found, SopLineView::code);
        count.setText(texts.text("sops.count", found.size()));
        sops.stream()
                .filter(line -> line.code().equals(wanted))
                .findFirst()
                .ifPresent(line -> {
                    wanted = "";
                    look(line);
                });
    }

    private void openChosen() {
        SopLineView chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            look(chosen);
        }
    }

    private void look(SopLineView line) {
        show(pane.view());
        pane.open(line);
    }

    private void back() {
        show(list);
        shown();
        table.requestFocus();
    }
}
