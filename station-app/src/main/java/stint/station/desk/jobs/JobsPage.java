package stint.station.desk.jobs;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.desk.Desk;
import stint.station.desk.DeskPage;
import stint.station.desk.kit.FilterBar;
import stint.station.desk.kit.Tables;
import stint.station.ui.kit.Texts;
import stint.wire.planning.JobView;
import stint.wire.planning.LimitsView;

import java.time.LocalDate;
import java.util.List;

/**
 * The list of jobs, filtered and searched; one of them with all its pieces; and a new one of the
 * atelier in one step (DP-1). On the FX thread only.
 */
public final class JobsPage implements DeskPage {

    private final Desk desk;
    private final Texts texts;
    private final HBox view = new HBox();
    private final StackPane main = new StackPane();
    private final VBox list = new VBox();
    private final TextField search = new TextField();
    private final FilterBar<JobFilter.Which> filters;
    private final TableView<JobView> table;
    private final NewJob newJob;
    private final JobPane job;

    private List<JobView> jobs = List.of();

    /** A page that has asked for nothing yet. */
    public JobsPage(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(JobsPage.class);
        filters =
                new FilterBar<>(
                        "jobs",
                        JobFilter.Which.OPEN,
                        word -> texts.text("jobs.which." + word),
                        this::draw);
        table = JobTable.of(texts);
        newJob = new NewJob(desk, this::look);
        job = new JobPane(desk, this::back);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openChosen();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        list.getStyleClass().add("page");
        list.getChildren().addAll(bar(), filters.view(), table);
        main.getChildren().setAll(list);
        HBox.setHgrow(main, Priority.ALWAYS);
        view.getStyleClass().add("sides");
        view.getChildren().addAll(main, newJob.form(), job.changing(), job.cancelling());
    }

    private Node bar() {
        search.setId("jobs-search");
        search.setPromptText(texts.text("jobs.search"));
        search.textProperty().addListener(property -> draw());
        Button open = new Button(texts.text("jobs.open"), new FontIcon(Material2MZ.OPEN_IN_NEW));
        open.setId("jobs-open-chosen");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        open.setOnAction(event -> openChosen());
        Button create = new Button(texts.text("jobs.create"), new FontIcon(Material2AL.ADD));
        create.setId("jobs-create");
        create.setMinWidth(Region.USE_PREF_SIZE);
        create.getStyleClass().add("accent");
        create.setOnAction(event -> {
            job.leave();
            newJob.open();
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search, open, create);
        bar.getStyleClass().add("bar");
        return bar;
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
        desk.client().get("limits", LimitsView.class, reply -> reply.ifOk(newJob::limits));
        load();
    }

    @Override
    public void news() {
        load();
    }

    @Override
    public void open(String ticket) {
        look(ticket);
    }

    private void load() {
        desk.client()
                .get(
                        "jobs",
                        JobView[].class,
                        reply -> {
                            reply.ifOk(answer -> {
                                jobs = List.of(answer);
                                draw();
                            });
                            desk.say(reply);
                        });
        if (looking()) {
            job.load();
        }
    }

    private boolean looking() {
        return main.getChildren().contains(job.view());
    }

    private void draw() {
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), texts.zone());
        List<JobView> wanted = new JobFilter(filters.chosen(), search.getText()).of(jobs, today);
        Tables.show(table, wanted, JobView::ticket);
        filters.count(texts.text("jobs.count", wanted.size(), jobs.size()));
    }

    private void openChosen() {
        JobView chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            look(chosen.ticket());
        }
    }

    private void look(String ticket) {
        main.getChildren().setAll(job.view());
        job.open(ticket);
        load();
    }

    private void back() {
        job.leave();
        main.getChildren().setAll(list);
        load();
    }
}
