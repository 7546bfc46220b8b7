package stint.station.desk.sop;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

import stint.domain.office.PlanWords;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.KeptPictures;
import stint.station.desk.kit.Numbers;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A step as whoever works by it sees it, in their language: where a text lacks it, in English. On
 * the FX thread only.
 */
final class Preview extends VBox {

    private static final double EDGE = 16;
    private static final double WIDTH = 290;

    private final Texts texts;
    private final ComboBox<Choice> language = new ComboBox<>();
    private final KeptPictures pictures;
    private final VBox body = new VBox();
    private Runnable redraw = () -> {};

    Preview(Texts texts, KeptPictures pictures) {
        this.texts = texts;
        this.pictures = pictures;
        language.setId("preview-language");
        language.getItems()
                .setAll(
                        PlanWords.LANGUAGES.stream()
                                .map(tag -> new Choice(tag, texts.text("language." + tag)))
                                .toList());
        language.setValue(language.getItems().getFirst());
        language.getItems().stream()
                .filter(each -> each.code().equals(texts.language()))
                .findFirst()
                .ifPresent(language::setValue);
        language.setOnAction(event -> redraw.run());
        body.setId("preview");
        body.getStyleClass().addAll("fields", "form");
        Label title = new Label(texts.text("preview.title"));
        title.getStyleClass().add("field-name");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        getStyleClass().add("page");
        getChildren().addAll(title, language, body);
    }

    /**
     * @param index from 0; -1 for the beginning
     */
    void show(SopDraft draft, int index) {
        redraw = () -> draw(draft, index);
        draw(draft, index);
    }

    private void draw(SopDraft draft, int index) {
        String tag = language.getValue().code();
        body.setNodeOrientation(
                tag.equals("he") ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        List<Node> nodes = new ArrayList<>();
        nodes.add(label(say(draft.titles(), tag, draft.code()), "soft"));
        if (index >= 0 && index < draft.steps().size()) {
            StepDraft step = draft.steps().get(index);
            ProgressBar bar = new ProgressBar((double) index / draft.steps().size());
            bar.setMaxWidth(Double.MAX_VALUE);
            nodes.add(
                    label(
                            texts.text(
                                    "preview.step",
                                    say(task(draft, index), tag, ""),
                                    index + 1,
                                    draft.steps().size()),
                            "field-name"));
            nodes.add(bar);
            nodes.add(label(say(step.texts(), tag, "…"), "title-4"));
            if (!step.picture().isBlank()) {
                nodes.add(picture(step.picture()));
            }
            for (ItemDraft item : step.items()) {
                nodes.add(question(item, tag));
            }
        }
        body.getChildren().setAll(nodes);
    }

    /** The picture where the server has it, else what is to be one. */
    private Node picture(String name) {
        VBox box = new VBox(label(texts.text("preview.picture", name), "code"));
        pictures.show(
                name,
                image -> {
                    ImageView shown = new ImageView(image);
                    shown.setId("preview-picture");
                    shown.setPreserveRatio(true);
                    shown.setFitWidth(WIDTH - 2 * EDGE);
                    box.getChildren().setAll(shown);
                });
        return box;
    }

    private Node question(ItemDraft item, String tag) {
        VBox box = new VBox(label(say(item.labels(), tag, "…"), "field-name"));
        if (item.safety()) {
            box.getChildren().add(Tables.badge(texts.text("item.safety"), Badge.LOOK));
        }
        String more =
                switch (item.ask()) {
                    case TICK -> texts.text("preview.tick");
                    case NUMBER ->
                            Numbers.range(
                                    "%s … %s %s".formatted(item.min(), item.max(), item.unit()),
                                    tag);
                    case TEXT -> texts.text("ask.text");
                    case PHOTO -> texts.text("ask.photo");
                    case SCAN -> texts.text("ask.scan") + " " + item.expected();
                };
        box.getChildren().add(label(more, "soft"));
        box.getStyleClass().addAll("step-box");
        return box;
    }

    private static Map<String, String> task(SopDraft draft, int index) {
        for (int at = index; at >= 0; at--) {
            if (draft.steps().get(at).begins()) {
                return draft.steps().get(at).task();
            }
        }
        return Map.of();
    }

    private static String say(Map<String, String> words, String tag, String otherwise) {
        String own = words.getOrDefault(tag, words.get("en"));
        return own == null ? words.values().stream().findFirst().orElse(otherwise) : own;
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return Wrapping.guard(label);
    }
}
