package stint.station.desk.jobs;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobView;

import java.util.List;

/** The list of jobs. On the FX thread only. */
public final class JobsPage implements DeskPage {

    private final Desk desk;
    private final VBox view = new VBox();
    private final TableView<JobView> table;

    /** A page that has asked for nothing yet. */
    public JobsPage(Desk desk) {
        this.desk = desk;
        Texts texts = desk.texts(JobsPage.class);
        table = Tables.table("jobs", texts.text("jobs.empty"));
        table.getColumns().add(Tables.words(texts.text("jobs.ticket"), 120, JobView::ticket));
        table.getColumns().add(Tables.words(texts.text("jobs.name"), 260, JobView::name));
        view.getStyleClass().add("page");
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getChildren().add(table);
    }

    @Override
    public String key() {
        return "jobs";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        desk.client()
                .get(
                        "jobs",
                        JobView[].class,
                        reply -> {
                            reply.ifOk(jobs -> Tables.show(table, List.of(jobs), JobView::ticket));
                            desk.say(reply);
                        });
    }

    @Override
    public void news() {
        shown();
    }
}
