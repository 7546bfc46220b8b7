package stint.station.desk.master;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.PlannedReply;
import stint.wire.planning.RefusalView;

import java.util.List;
import java.util.Locale;

/** The list of one kind: searched, added to, changed in a form beside it. FX thread only. */
final class KindPane<R> {

    private final Desk desk;
    private final Texts texts;
    private final Kind<R> kind;
    private final HBox view = new HBox();
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final TableView<R> table;
    private final Button add = new Button();
    private final Button change = new Button();
    private List<R> rows = List.of();
    private @Nullable R changing;
    private List<R> known = List.of();

    KindPane(Desk desk, Kind<R> kind) {
        this.desk = desk;
        this.texts = desk.texts(KindPane.class);
        this.kind = kind;
        table = Tables.table("master-" + kind.name() + "-list", texts.text("empty." + kind.name()));
        table.getColumns().addAll(kind.columns());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> enable());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                change.fire();
            }
        });
        HBox actions = new HBox(change);
        actions.getStyleClass().add("bar");
        kind.actions(actions);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox main = new VBox(bar(), table, actions);
        main.getStyleClass().add("page");
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(main, kind.form());
        view.getChildren().addAll(kind.forms());
        enable();
    }

    private Node bar() {
        search.setId(kind.name() + "-search");
        search.setPromptText(texts.text("master.search"));
        search.textProperty().addListener(property -> draw());
        HBox.setHgrow(search, Priority.ALWAYS);
        count.setId(kind.name() + "-count");
        count.getStyleClass().add("soft");
        count.setMinWidth(Region.USE_PREF_SIZE);
        prepare(add, "add", texts.text("add." + kind.name()), Material2AL.ADD);
        add.getStyleClass().add("accent");
        add.setOnAction(event -> start(null));
        prepare(change, "change", texts.text("change." + kind.name()), Material2AL.EDIT);
        change.setOnAction(event -> start(table.getSelectionModel().getSelectedItem()));
        HBox bar = new HBox(search, count, add);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private void prepare(Button button, String act, String words, Material2AL icon) {
        button.setId(kind.name() + "-" + act);
        button.setText(words);
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !change.isDisabled()) {
            change.fire();
            event.consume();
        }
    }

    Node view() {
        return view;
    }

    void load() {
        kind.load(reply -> {
            reply.ifOk(answer -> {
                rows = answer;
                draw();
            });
            desk.say(reply);
        });
    }

    private void draw() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<R> found =
                rows.stream()
                        .filter(row -> kind.words(row).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        Tables.show(table, found, kind::key);
        count.setText(texts.text("master.of", found.size(), rows.size()));
        enable();
    }

    private void enable() {
        R row = table.getSelectionModel().getSelectedItem();
        add.setDisable(!kind.adds(desk.person()));
        change.setDisable(row == null || !kind.changes(desk.person()));
        kind.chosen(row);
    }

    private void start(@Nullable R row) {
        changing = row;
        known = rows;
        kind.form().clear();
        kind.form()
                .heading(
                        row == null
                                ? texts.text("add." + kind.name())
                                : texts.text("master.change", kind.key(row)));
        kind.fill(row);
        kind.form().open(this::send);
    }

    private void send() {
        String code = kind.form().words("code");
        if (changing == null && known.stream().anyMatch(row -> kind.key(row).equals(code))) {
            String taken = texts.text("master.taken", code);
            kind.form()
                    .wrong(
                            List.of(new RefusalView("TAKEN", "code", null, taken, List.of())),
                            List.of());
            return;
        }
        kind.form().busy(true);
        kind.send(this::answered);
    }

    private void answered(Reply<PlannedReply> reply) {
        switch (reply) {
            case Reply.Ok<PlannedReply>(PlannedReply saved) -> {
                kind.form().close();
                desk.done(texts.text("master.saved", saved.code()));
                load();
            }
            case Reply.Stale<PlannedReply> stale -> {
                kind.form().close();
                desk.say(reply);
                load();
            }
            case Reply.Refused<PlannedReply> no ->
                    kind.form().wrong(reply.refusals(), desk.words(reply));
            case Reply.Unreachable<PlannedReply> gone ->
                    kind.form().wrong(reply.refusals(), desk.words(reply));
        }
    }
}
