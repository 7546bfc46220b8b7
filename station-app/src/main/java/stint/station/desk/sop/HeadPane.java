package stint.station.desk.sop;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import stint.station.ui.kit.Texts;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What an SOP is called, and what it guides. On the FX thread only. */
final class HeadPane extends VBox {

    private final Texts texts;
    private final Label codeWrong = problem("code");
    private final Label titleWrong = problem("titles");
    private final Label stepsWrong = problem("steps");
    private SopDraft draft;

    /**
     * @param coded whether its code can be chosen still
     * @param changed takes the code, the titles and the operations
     */
    HeadPane(
            Texts texts,
            SopDraft before,
            boolean editable,
            boolean coded,
            Consumer<SopDraft> changed) {
        this.texts = texts;
        draft = before;
        getStyleClass().add("fields");
        TextField code = new TextField(before.code());
        code.setId("sop-code");
        code.setEditable(editable && coded);
        code.setDisable(!coded);
        code.textProperty()
                .addListener((property, was, now) -> {
                    draft = head(now, draft.titles(), draft.operations());
                    changed.accept(draft);
                });
        TextField operations = new TextField(before.operations());
        operations.setId("sop-operations");
        operations.setEditable(editable);
        operations
                .textProperty()
                .addListener((property, was, now) -> {
                    draft = head(draft.code(), draft.titles(), now);
                    changed.accept(draft);
                });
        getChildren()
                .addAll(
                        name("sop.code"),
                        code,
                        codeWrong,
                        name("sop.title"),
                        new LanguageFields(
                                texts,
                                "sop-title",
                                1,
                                editable,
                                before.titles(),
                                now -> {
                                    draft = head(draft.code(), now, draft.operations());
                                    changed.accept(draft);
                                }),
                        titleWrong,
                        name("sop.operations"),
                        operations,
                        soft("sop.operations.hint"),
                        stepsWrong);
    }

    private SopDraft head(String code, Map<String, String> titles, String operations) {
        return new SopDraft(code, draft.version(), titles, operations, List.of());
    }

    private Node name(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add("field-name");
        return label;
    }

    private Node soft(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().addAll("soft", "small");
        return label;
    }

    private static Label problem(String field) {
        Label label = new Label();
        label.setId("sop-wrong-" + field);
        label.getStyleClass().add("problem");
        label.setVisible(false);
        label.setManaged(false);
        return label;
    }

    /** Says all that is wrong, each at its field. */
    void wrong(List<SopDraft.Wrong> wrong) {
        say(codeWrong, "code", wrong);
        say(titleWrong, "titles", wrong);
        say(stepsWrong, "steps", wrong);
    }

    private void say(Label label, String field, List<SopDraft.Wrong> wrong) {
        String words =
                wrong.stream()
                        .filter(each -> each.field().equals(field) && each.step() < 0)
                        .map(each -> texts.text(each.key()))
                        .findFirst()
                        .orElse("");
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
