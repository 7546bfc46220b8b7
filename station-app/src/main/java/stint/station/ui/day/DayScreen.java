package stint.station.ui.day;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.MetricRow;
import stint.station.ui.kit.Texts;

/** The controller of {@code DayScreen.fxml}. On the FX thread only. */
public final class DayScreen {

    private final DayModel model;
    private final Texts texts;

    @FXML private MetricRow metrics;
    @FXML private DayChart chart;
    @FXML private Node legend;
    @FXML private Label notice;
    @FXML private Button back;

    /** For the FXML loader. */
    public DayScreen(DayModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        Controls.say(back, texts.text("work.list"), Controls.back(texts));
        back.setOnAction(event -> model.leave());
        model.view().follow(this::draw);
    }

    private void draw(DayView view) {
        metrics.show(view.metrics());
        chart.show(view);
        Controls.show(chart, view.notice().isEmpty());
        Controls.show(legend, view.notice().isEmpty());
        Controls.showOrHide(notice, view.notice());
    }
}
