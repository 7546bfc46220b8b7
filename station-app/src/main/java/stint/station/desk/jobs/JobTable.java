package stint.station.desk.jobs;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import stint.station.desk.kit.Badge;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobView;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/** The table of jobs. On the FX thread only. */
final class JobTable {

    private static final double BAR_WIDTH = 46;

    private final Texts texts;

    private JobTable(Texts texts) {
        this.texts = texts;
    }

    static TableView<JobView> of(Texts texts) {
        JobTable draw = new JobTable(texts);
        TableView<JobView> table = Tables.table("jobs", texts.text("jobs.empty"));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("jobs.line"),
                                90,
                                draw::line,
                                Comparator.comparing(JobView::line)));
        table.getColumns().add(Tables.words(texts.text("jobs.ticket"), 115, JobView::ticket));
        table.getColumns().add(Tables.words(texts.text("jobs.name"), 200, JobView::name));
        table.getColumns()
                .add(
                        Tables.words(
                                texts.text("jobs.order"),
                                120,
                                job -> Objects.requireNonNullElse(job.order(), "")));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("jobs.progress"),
                                150,
                                draw::progress,
                                Comparator.comparingDouble(JobView::progress)));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("jobs.due"),
                                130,
                                draw::due,
                                Comparator.comparing(job ->
                                        Objects.requireNonNullElse(job.due(), LocalDate.MAX))));
        table.getColumns()
                .add(
                        Tables.nodes(
                                texts.text("jobs.status"),
                                110,
                                job -> Tables.status(texts, job.status()),
                                Comparator.comparing(JobView::status)));
        return table;
    }

    private Node line(JobView job) {
        return Tables.badge(
                texts.text("line." + job.line()),
                job.line().equals("oem") ? Badge.OEM : Badge.ATELIER);
    }

    private Node progress(JobView job) {
        ProgressBar bar = new ProgressBar(job.progress());
        bar.setPrefWidth(BAR_WIDTH);
        Label made = new Label(texts.text("jobs.made", job.good(), job.quantity()));
        made.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(bar, made);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setSpacing(8);
        return box;
    }

    private Node due(JobView job) {
        LocalDate due = job.due();
        Label day = new Label(due == null ? "" : texts.day(due));
        day.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(day);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setSpacing(8);
        if (job.late()) {
            box.getChildren().add(Tables.badge(texts.text("jobs.late"), Badge.WRONG));
        }
        return box;
    }
}
