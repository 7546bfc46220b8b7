package stint.station.desk.approvals;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import stint.domain.sop.PictureName;
import stint.domain.sop.Sop;
import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.KeptPictures;
import stint.station.desk.kit.Numbers;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Wrapping;
import stint.wire.protocol.WorkSessionView;

import java.util.ArrayList;
import java.util.List;

/** Every step of a run with each check of it, as nodes. On the FX thread only. */
final class RunSteps {

    private static final double PHOTO_WIDTH = 260;

    private final RunStory story;
    private final KeptPictures pictures;

    RunSteps(RunStory story, KeptPictures pictures) {
        this.story = story;
        this.pictures = pictures;
    }

    /** A part's title, then its steps. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        Sop sop = story.sop();
        if (sop == null) {
            nodes.add(wrapped(story.texts().text("run.awaited"), "soft"));
            return nodes;
        }
        int number = 0;
        for (Sop.Part part : sop.tasks()) {
            String title = part.title(story.language());
            if (!title.isEmpty()) {
                nodes.add(wrapped(title, "field-name"));
            }
            for (Step step : part.steps()) {
                nodes.add(step(++number, step));
            }
        }
        return nodes;
    }

    private Node step(int number, Step step) {
        Label text = wrapped(number + ". " + step.text(story.language()));
        VBox box = new VBox(text);
        box.setId("run-step-" + number);
        box.getStyleClass().addAll("step-box", look(step));
        List<WorkSessionView.Check> checks = story.checks(step.key());
        if (checks.isEmpty()) {
            box.getChildren().add(line(badge("run.undone", Badge.PLAIN), ""));
        }
        for (WorkSessionView.Check check : checks) {
            box.getChildren()
                    .add(
                            line(
                                    badge(check),
                                    story.texts()
                                            .text(
                                                    "run.check",
                                                    story.name(check.by()),
                                                    story.texts()
                                                            .moment(check.at(), story.now()))));
            for (StepItem item : step.items()) {
                String answer = check.answers().get(item.key());
                if (answer != null) {
                    boolean failed = check.failed().contains(item.key());
                    box.getChildren().add(answer(item, answer, failed));
                    PictureName.inAnswer(answer)
                            .ifPresent(name -> box.getChildren().add(photo(name)));
                }
            }
        }
        return box;
    }

    private Node answer(StepItem item, String answer, boolean failed) {
        String words = item.label(story.language()) + ": " + story.answer(item, answer);
        String limits = limits(item);
        Label label =
                wrapped(
                        failed
                                ? story.texts().text("run.failed.answer", words, limits).strip()
                                : words + (limits.isEmpty() ? "" : " (" + limits + ")"));
        label.getStyleClass().addAll("small", failed ? "problem" : "answer");
        return label;
    }

    /** A photo once it is at the server; a bench may be on its way to send it. */
    private Node photo(String name) {
        ImageView photo = new ImageView();
        photo.setId("run-photo");
        photo.setPreserveRatio(true);
        photo.setFitWidth(PHOTO_WIDTH);
        pictures.show(name, photo::setImage);
        return photo;
    }

    private String limits(StepItem item) {
        if (item.expected() != null) {
            return item.expected();
        }
        if (item.min() == null && item.max() == null) {
            return "";
        }
        String least = item.min() == null ? "" : item.min().toPlainString();
        String greatest = item.max() == null ? "" : item.max().toPlainString();
        return Numbers.range(least + " … " + greatest, story.language());
    }

    private String look(Step step) {
        WorkSessionView.Check check = story.standing(step.key());
        return check == null ? "step-pending" : check.passed() ? "step-done" : "step-cancelled";
    }

    private Label badge(WorkSessionView.Check check) {
        return !check.standing().equals(RunStory.COUNTS)
                ? badge("standing." + check.standing(), Badge.LOOK)
                : check.override()
                        ? badge("action.overridden", Badge.LOOK)
                        : check.passed()
                                ? badge("run.passed", Badge.DONE)
                                : badge("run.failed", Badge.WRONG);
    }

    private Label badge(String key, Badge badge) {
        return Tables.badge(story.texts().text(key), badge);
    }

    private static Node line(Label badge, String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("soft", "small");
        HBox line = new HBox(badge, label);
        line.getStyleClass().add("bar");
        return line;
    }

    private static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll(styles);
        return Wrapping.guard(label);
    }
}
