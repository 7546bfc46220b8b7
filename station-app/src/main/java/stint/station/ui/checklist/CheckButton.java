package stint.station.ui.checklist;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

import stint.domain.plan.Checklist.Ask;
import stint.station.ui.checklist.ChecklistView.Row;
import stint.station.ui.kit.Controls;
import stint.station.ui.kit.Texts;
import stint.station.ui.kit.Wrapping;

/** An item of a checklist to tap: as high as its words need at its width. On the FX thread only. */
final class CheckButton extends Button {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final Label number = Controls.label("", "keycap");
    private final Label what = new Label();
    private final Label said = Controls.label("", "said");
    private final HBox line = new HBox();

    CheckButton(Row row, Runnable answer) {
        boolean asks = row.ask() != Ask.NOTHING;
        setId("item-" + row.key());
        getStyleClass().add("check");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> answer.run());
        // What is only read takes no finger and no Tab.
        setFocusTraversable(asks);
        setMouseTransparent(!asks);
        number.setVisible(asks);
        what.getStyleClass().add("what");
        Wrapping.guard(what);
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        line.getStyleClass().add("check-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
    }

    void show(Row row, Texts texts) {
        pseudoClassStateChanged(DONE, row.done() && row.ask() != Ask.NOTHING);
        pseudoClassStateChanged(MISSING, row.missing());
        number.setText(String.valueOf(row.number()));
        what.setText(row.label());
        said.setText(said(row, texts));
        line.getChildren().setAll(Controls.icon(icon(row)), number, what, said);
        setAccessibleText(row.label() + ". " + state(row, texts));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double insets = snappedLeftInset() + snappedRightInset();
        double room = width < 0 ? -1 : Math.max(0, width - insets);
        return snappedTopInset() + line.prefHeight(room) + snappedBottomInset();
    }

    /** A button gives its graphic what that asks for, no more; this one's fills its place. */
    @Override
    protected void layoutChildren() {
        line.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
        super.layoutChildren();
    }

    private static String said(Row row, Texts texts) {
        if (!row.answer().isEmpty()) {
            return row.answer();
        }
        return switch (row.ask()) {
            case NOTHING -> "";
            case TICK -> row.note();
            case TEXT, NUMBER -> row.note().isEmpty() ? texts.text("check.write") : row.note();
        };
    }

    private static String state(Row row, Texts texts) {
        return switch (row.ask()) {
            case NOTHING -> texts.text("check.read");
            case TICK, TEXT, NUMBER ->
                    row.done()
                            ? texts.text("check.is.done") + " " + row.answer()
                            : texts.text("check.is.open") + " " + row.note();
        };
    }

    private static Ikon icon(Row row) {
        return switch (row.ask()) {
            case NOTHING -> Material2AL.INFO;
            case TICK -> row.done() ? Material2AL.CHECK_BOX : Material2AL.CHECK_BOX_OUTLINE_BLANK;
            case TEXT, NUMBER -> row.done() ? Material2AL.CHECK_BOX : Material2AL.EDIT;
        };
    }
}
