package stint.station.desk.exceptions;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

import stint.board.BoardScreens;
import stint.board.BoardTexts;
import stint.station.desk.Desk;
import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.protocol.ExceptionView;

import java.util.Comparator;
import java.util.Objects;

/** The table of exceptions, in the words of the board. On the FX thread only. */
final class ExceptionTable {

    private final Texts texts;
    private final BoardScreens words;

    ExceptionTable(Desk desk) {
        this.texts = desk.texts(ExceptionTable.class);
        this.words =
                new BoardScreens(
                        new BoardTexts(texts.locale(), texts.zone()), desk.client().server());
    }

    TableView<ExceptionView> table() {
        TableView<ExceptionView> table = Tables.table("exceptions", texts.text("exceptions.empty"));
        table.getColumns().add(Tables.words(texts.text("exceptions.what"), 420, this::what));
        table.getColumns().add(Tables.words(texts.text("exceptions.rule"), 60, this::rule));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("exceptions.piece"),
                                100,
                                each -> Objects.requireNonNullElse(each.serial(), "")));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("exceptions.station"),
                                90,
                                each -> Objects.requireNonNullElse(each.station(), "")));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("exceptions.who"),
                                80,
                                each -> Objects.requireNonNullElse(each.operator(), "")));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("exceptions.looked"),
                                160,
                                this::looked,
                                Comparator.comparing(each -> each.acknowledged() == null)));
        return table;
    }

    /** What it says, as on the board. */
    String what(ExceptionView exception) {
        String task = exception.task() == null ? "" : exception.task();
        String step = exception.taskName();
        return words.alert(exception, step == null ? task : task + " · " + step);
    }

    private String rule(ExceptionView exception) {
        return exception.rule() == null ? "" : exception.rule();
    }

    private Node looked(ExceptionView exception) {
        ExceptionView.Looked looked = exception.acknowledged();
        return looked == null
                ? Tables.badge(texts.text("exceptions.open"), Badge.LOOK)
                : new Label(looked.name() + ": " + looked.note());
    }
}
