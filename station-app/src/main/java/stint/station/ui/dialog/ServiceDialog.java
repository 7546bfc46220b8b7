package stint.station.ui.dialog;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.station.ui.kit.Controls;
import stint.station.ui.kit.DialogBox;
import stint.station.ui.kit.Texts;
import stint.station.ui.signin.SignInPane;

/** The controller of {@code ServiceDialog.fxml}. On the FX thread only. */
public final class ServiceDialog {

    private final ServiceModel model;
    private final Texts texts;

    @FXML private DialogBox box;
    @FXML private VBox menu;
    @FXML private Button clean;
    @FXML private Button sound;
    @FXML private Button sheet;
    @FXML private Button leave;
    @FXML private SignInPane form;
    @FXML private Button confirm;

    /** For the FXML loader. */
    public ServiceDialog(ServiceModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    public void initialize() {
        box.connect(texts, model::back);
        form.connect(texts, model.form());
        Controls.say(clean, texts.text("service.clean"), Material2AL.CLEANING_SERVICES);
        Controls.say(leave, texts.text("service.leave"), Material2AL.EXIT_TO_APP);
        Controls.say(sheet, texts.text("service.sheet"), Material2MZ.PRINT);
        sheet.setOnAction(event -> model.keepSheet());
        clean.setOnAction(event -> model.clean());
        sound.setOnAction(event -> model.switchSound());
        leave.setOnAction(event -> model.askToLeave());
        confirm.setOnAction(event -> model.form().attempt());
        model.view().follow(this::draw);
    }

    private void draw(ServiceView view) {
        box.ask(view.leaving() ? texts.text("service.leave.who") : texts.text("service.title"));
        Controls.show(menu, !view.leaving());
        Controls.show(form, view.leaving());
        Controls.show(confirm, view.leaving());
        Controls.say(
                sound,
                view.sound() ? texts.text("service.sound.on") : texts.text("service.sound.off"),
                view.sound() ? Material2MZ.VOLUME_UP : Material2MZ.VOLUME_OFF);
        form.show(view.form(), texts);
        Controls.say(confirm, texts.text("service.leave"), Material2AL.EXIT_TO_APP);
        confirm.setDisable(!view.form().ready());
    }
}
