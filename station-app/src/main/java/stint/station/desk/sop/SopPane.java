package stint.station.desk.sop;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Buttons;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.SopJson;
import stint.wire.protocol.Problem;
import stint.wire.protocol.SopView;

import java.util.List;
import java.util.Map;

/**
 * One SOP: its draft is saved, confirmed, deleted; a confirmed one is looked at, and changed by
 * making the next version (SOP-1, SOP-6). On the FX thread only.
 */
final class SopPane {

    private static final String JSON = "application/json";

    private final Desk desk;
    private final Texts texts;
    private final Runnable back;
    private final SopEditor editor;
    private final VBox main = new VBox();
    private final Label title = new Label();
    private final Label state = new Label();
    private final Button save;
    private final Button confirm;
    private final Button next;
    private final Button delete;
    private final Button theirs;
    private final Button mine;
    private final HBox stale;
    private final Form asking;

    /** As it was opened, or saved last; absent for one that is new. */
    private @Nullable SopLineView seen;

    private @Nullable SopLineView newer;
    private SopDraft saved = new SopDraft("", 1, Map.of(), "", List.of());
    private boolean editing;

    /**
     * @param back what is done to see the list again
     */
    SopPane(Desk desk, Runnable back) {
        this.desk = desk;
        this.texts = desk.texts(SopPane.class);
        Buttons buttons = new Buttons(texts);
        this.back = back;
        editor = new SopEditor(desk, texts, this::draw);
        asking = new Form(texts, "sop-ask", "", texts.text("ask.ok"));
        save = buttons.of("sop-save", "sop.save", Material2MZ.SAVE, this::save);
        confirm =
                buttons.of("sop-confirm", "sop.confirm", Material2MZ.VERIFIED_USER, this::confirm);
        confirm.getStyleClass().add("accent");
        next = buttons.of("sop-next", "sop.next", Material2AL.EDIT, this::nextVersion);
        delete = buttons.of("sop-delete", "sop.delete", Material2AL.DELETE, this::delete);
        Ikon arrow = texts.rightToLeft() ? Material2AL.ARROW_FORWARD : Material2AL.ARROW_BACK;
        Button list = buttons.of("sop-back", "sop.back", arrow, this::leave);
        theirs = buttons.of("sop-theirs", "stale.theirs", Material2MZ.VISIBILITY, this::showTheirs);
        mine = buttons.of("sop-mine", "stale.mine", Material2AL.EDIT, this::keepMine);
        Label question = new Label(texts.text("stale.question"));
        stale = new HBox(question, theirs, mine);
        stale.setId("sop-stale");
        stale.getStyleClass().addAll("bar", "gone");
        title.setId("sop-name");
        title.getStyleClass().add("title-3");
        title.setMinWidth(0);
        state.setId("sop-state");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(list, title, state, space, delete, next, save, confirm);
        bar.getStyleClass().add("bar");
        main.getStyleClass().add("page");
        main.getChildren().addAll(bar, stale, editor.view());
        main.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(main, Priority.ALWAYS);
        drawStale(null);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.S && event.isShortcutDown() && !save.isDisabled()) {
            save();
            event.consume();
        }
    }

    Node view() {
        return main;
    }

    Form form() {
        return asking;
    }

    /** One that there is not yet. */
    void create() {
        seen = null;
        start(new SopDraft("", 1, Map.of(), "", List.of()), true);
    }

    void open(SopLineView line) {
        seen = line;
        start(line.shown(), line.draft() != null);
    }

    private void start(SopDraft draft, boolean edit) {
        editing = edit;
        saved = draft;
        asking.close();
        drawStale(null);
        editor.open(draft, edit, seen == null);
        draw();
    }

    private boolean dirty() {
        return !editor.draft().equals(saved);
    }

    private void draw() {
        SopDraft draft = editor.draft();
        String own = draft.titles().getOrDefault(texts.language(), draft.titles().get("en"));
        title.setText(own == null ? texts.text("sop.untitled") : own);
        state.setText(
                texts.text(
                        editing ? (dirty() ? "state.unsaved" : "state.draft") : "state.confirmed",
                        draft.version()));
        Badge badge = editing ? Badge.LOOK : Badge.DONE;
        state.getStyleClass().setAll("label", "badge", badge.style());
        state.setMinWidth(Region.USE_PREF_SIZE);
        save.setDisable(!editing || !dirty());
        confirm.setDisable(!editing);
        next.setVisible(!editing);
        next.setManaged(!editing);
        delete.setDisable(seen == null);
    }

    private int revision() {
        return seen == null ? 0 : seen.view().revision();
    }

    private void nextVersion() {
        SopLineView line = seen;
        if (line != null) {
            SopDraft shown = line.shown();
            editing = true;
            SopDraft draft =
                    new SopDraft(
                            shown.code(),
                            line.nextVersion(),
                            shown.titles(),
                            shown.operations(),
                            shown.steps());
            editor.open(draft, true, false);
            draw();
        }
    }

    private void save() {
        if (editor.check(SopDraft.Wrong::draft)) {
            send(() -> desk.done(texts.text("save.done", saved.code(), saved.version())));
        } else {
            say();
        }
    }

    private void say() {
        desk.look(texts.text("wrong.many", editor.wrongCount()), List.of());
    }

    /** Saves it whole, then does something. */
    private void send(Runnable then) {
        SopDraft sent = editor.draft();
        save.setDisable(true);
        desk.client()
                .post(
                        "sops?revision=" + revision(),
                        JSON,
                        SopJson.write(sent.sop()),
                        byte[].class,
                        reply -> {
                            draw();
                            if (reply instanceof Reply.Ok<byte[]>) {
                                saved = sent;
                                editor.kept();
                                reread(sent.code(), then);
                            } else {
                                refused(sent.code(), reply);
                            }
                        });
    }

    private void reread(String code, Runnable then) {
        desk.client()
                .get(
                        DeskClient.path("sops", code.strip()),
                        SopView.class,
                        reply -> {
                            desk.say(reply);
                            reply.ifOk(view -> {
                                seen = SopLineView.of(view);
                                draw();
                                then.run();
                            });
                        });
    }

    /** Somebody else wrote meanwhile: says what, and lets whoever sits there choose. */
    private void refused(String code, Reply<byte[]> reply) {
        if (!(reply instanceof Reply.Stale<byte[]>)) {
            desk.say(reply);
            return;
        }
        desk.client()
                .get(
                        DeskClient.path("sops", code.strip()),
                        SopView.class,
                        answer -> {
                            desk.say(answer);
                            answer.ifOk(view -> {
                                SopLineView now = SopLineView.of(view);
                                SopDraft before =
                                        seen == null
                                                ? new SopDraft(code, 1, Map.of(), "", List.of())
                                                : seen.shown();
                                desk.look(
                                        texts.text("stale.title"),
                                        SopChanges.between(before, now.shown(), texts));
                                drawStale(now);
                            });
                        });
    }

    private void drawStale(@Nullable SopLineView now) {
        newer = now;
        stale.setVisible(now != null);
        stale.setManaged(now != null);
    }

    private void showTheirs() {
        SopLineView now = newer;
        if (now != null) {
            open(now);
        }
    }

    /** What was written here stays, and is saved over theirs only when it is saved again. */
    private void keepMine() {
        SopLineView now = newer;
        if (now != null) {
            seen = now;
            drawStale(null);
            SopDraft own = editor.draft();
            editor.open(
                    new SopDraft(
                            own.code(),
                            now.nextVersion(),
                            own.titles(),
                            own.operations(),
                            own.steps()),
                    true,
                    false);
            draw();
        }
    }

    private void confirm() {
        if (!editor.check(wrong -> true)) {
            say();
            return;
        }
        SopDraft draft = editor.draft();
        asking.heading(texts.text("confirm.ask", title.getText(), draft.version()));
        asking.open(() -> {
            asking.close();
            if (dirty() || seen == null || seen.draft() == null) {
                send(this::sendConfirm);
            } else {
                sendConfirm();
            }
        });
    }

    private void sendConfirm() {
        String code = saved.code().strip();
        desk.client()
                .post(
                        DeskClient.path("sops", code, "confirm") + "?revision=" + revision(),
                        JSON,
                        new byte[0],
                        byte[].class,
                        reply -> {
                            if (reply instanceof Reply.Ok<byte[]>) {
                                reread(
                                        code,
                                        () -> {
                                            SopLineView line = seen;
                                            if (line != null) {
                                                open(line);
                                            }
                                            desk.done(
                                                    texts.text(
                                                            "confirm.done", code, saved.version()));
                                        });
                            } else {
                                refused(code, reply);
                            }
                        });
    }

    private void delete() {
        SopLineView line = seen;
        if (line == null) {
            return;
        }
        asking.heading(texts.text("delete.ask", line.title(texts.language())));
        asking.open(() -> {
            asking.close();
            desk.client()
                    .delete(
                            DeskClient.path("sops", line.code())
                                    + "?revision="
                                    + line.view().revision(),
                            byte[].class,
                            reply -> deleted(line.code(), reply));
        });
    }

    /** With runs open it stays, and they are listed (SOP-6). */
    private void deleted(String code, Reply<byte[]> reply) {
        if (reply instanceof Reply.Ok<byte[]>) {
            desk.done(texts.text("delete.done", code));
            back.run();
        } else if (reply instanceof Reply.Refused<byte[]>(Problem problem)
                && problem.code().equals("sop_in_use")) {
            desk.look(texts.text("delete.open"), desk.words(reply));
        } else {
            refused(code, reply);
        }
    }

    private void leave() {
        if (!editing || !dirty()) {
            asking.close();
            back.run();
            return;
        }
        asking.heading(texts.text("leave.ask"));
        asking.open(() -> {
            asking.close();
            back.run();
        });
    }
}
