package stint.station.desk.exceptions;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.Reply;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.AcknowledgeRequest;
import stint.wire.planning.PlannedReply;
import stint.wire.protocol.ExceptionView;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a person should look at: filtered, acknowledged with a note, and the events behind it
 * corrected or taken back (EX-1, EX-2, EV-5). On the FX thread only.
 */
public final class ExceptionsPage implements DeskPage {

    private final Desk desk;
    private final Texts texts;
    private final ExceptionTable words;
    private final TableView<ExceptionView> table;
    private final HBox view = new HBox();
    private final CheckBox all = new CheckBox();
    private final ComboBox<Choice> kind = new ComboBox<>();
    private final Label count = new Label();
    private final Button acknowledge;
    private final Button correct;
    private final Form noting;
    private final CorrectForm correcting;

    private List<ExceptionView> exceptions = List.of();

    /** A page that has asked for nothing yet. */
    public ExceptionsPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(ExceptionsPage.class);
        words = new ExceptionTable(desk);
        table = words.table();
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> enable());
        noting = new Form(texts, "note", "", texts.text("note.ok"));
        noting.text("note", texts.text("note.note"), texts.text("note.hint"));
        correcting = new CorrectForm(desk, this::shown);
        Buttons buttons = new Buttons(texts);
        acknowledge =
                buttons.of(
                        "exception-acknowledge",
                        "exceptions.note",
                        Material2AL.DONE,
                        this::startNote);
        correct =
                buttons.of(
                        "exception-correct",
                        "exceptions.correct",
                        Material2AL.EDIT,
                        this::startCorrect);
        HBox actions = new HBox(acknowledge, correct);
        actions.getStyleClass().add("bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox main = new VBox(bar(), table, actions);
        main.getStyleClass().add("page");
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(main, noting, correcting.form());
        enable();
    }

    private Node bar() {
        all.setId("exceptions-all");
        all.setText(texts.text("exceptions.all"));
        all.setOnAction(pressed -> draw());
        kind.setId("exceptions-kind");
        kind.setOnAction(pressed -> draw());
        count.getStyleClass().add("soft");
        HBox bar = new HBox(kind, all, count);
        bar.getStyleClass().add("bar");
        return bar;
    }

    @Override
    public String key() {
        return "exceptions";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        desk.client()
                .get(
                        "exceptions",
                        ExceptionView[].class,
                        reply -> {
                            reply.ifOk(answer -> {
                                exceptions = List.of(answer);
                                kinds();
                                draw();
                            });
                            desk.say(reply);
                        });
    }

    @Override
    public void news() {
        shown();
    }

    private void kinds() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.text("exceptions.every")));
        exceptions.stream()
                .map(ExceptionView::type)
                .distinct()
                .sorted()
                .map(type -> new Choice(type, kind(type)))
                .forEach(choices::add);
        if (!kind.getItems().equals(choices)) {
            Choice before = kind.getValue();
            kind.getItems().setAll(choices);
            kind.setValue(choices.contains(before) ? before : choices.getFirst());
        }
    }

    /** A server of a later release may know kinds that this desk has no word for. */
    private String kind(String type) {
        String key = "kind." + type.toLowerCase(Locale.ROOT);
        return texts.bundle().containsKey(key) ? texts.text(key) : texts.text("kind.other", type);
    }

    private void draw() {
        Choice chosen = kind.getValue();
        List<ExceptionView> wanted =
                new ExceptionFilter(all.isSelected(), chosen == null ? "" : chosen.code())
                        .of(exceptions);
        Tables.show(table, wanted, ExceptionFilter::key);
        count.setText(texts.text("exceptions.count", wanted.size(), exceptions.size()));
        enable();
    }

    private void enable() {
        ExceptionView chosen = table.getSelectionModel().getSelectedItem();
        boolean mine = desk.person().supervises() && chosen != null && chosen.key() != null;
        acknowledge.setDisable(!mine || chosen == null || chosen.acknowledged() != null);
        correct.setDisable(!mine || chosen == null || chosen.claims().isEmpty());
    }

    private void startNote() {
        ExceptionView exception = table.getSelectionModel().getSelectedItem();
        correcting.form().close();
        noting.clear();
        noting.heading(words.what(exception));
        noting.open(() -> {
            if (noting.lacks("note", texts.text("form.why"))) {
                return;
            }
            noting.busy(true);
            desk.client()
                    .post(
                            "desk/exceptions/acknowledge",
                            new AcknowledgeRequest(
                                    Objects.requireNonNullElse(exception.key(), ""),
                                    noting.words("note"),
                                    exception.version()),
                            PlannedReply.class,
                            this::answered);
        });
    }

    private void startCorrect() {
        ExceptionView exception = table.getSelectionModel().getSelectedItem();
        noting.close();
        correcting.open(exception, words.what(exception));
    }

    private void answered(Reply<PlannedReply> reply) {
        if (reply instanceof Reply.Ok<PlannedReply>) {
            noting.close();
            desk.done(texts.text("note.done"));
        } else {
            noting.wrong(reply.refusals(), desk.words(reply));
        }
        shown();
    }
}
