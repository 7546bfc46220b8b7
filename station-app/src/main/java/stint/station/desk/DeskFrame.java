package stint.station.desk;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import stint.domain.office.PlanWords;
import stint.station.ui.kit.Fxml;
import stint.station.ui.kit.Texts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The controller of {@code DeskFrame.fxml}: the list of pages at the side, who sits there and how
 * the server is on top, the page, and below it what became of the last thing that was done. On the
 * FX thread only.
 */
final class DeskFrame {

    /** What the frame asks of its window. */
    interface Window {

        /** Somebody else's turn. */
        void signOut();

        /** In another language, by its tag. */
        void speak(String tag);

        /** From light to dark, or back. */
        void turnLight();
    }

    private final DeskClient client;
    private final Texts texts;
    private final DeskPerson person;
    private final Window window;
    private final Desk desk;
    private final NoticeLine notice;
    private final Map<String, DeskPage> pages = new LinkedHashMap<>();
    private final Map<String, ToggleButton> doors = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Parent view;
    private @Nullable DeskPage page;

    @FXML private VBox rail;
    @FXML private VBox body;
    @FXML private Label title;
    @FXML private Label server;
    @FXML private HBox gone;
    @FXML private Label goneText;
    @FXML private StackPane space;
    @FXML private Label who;
    @FXML private ComboBox<String> language;
    @FXML private Button light;
    @FXML private Button reload;
    @FXML private Button leave;

    DeskFrame(
            DeskClient client, Texts texts, DeskPerson person, InstantSource clock, Window window) {
        this.client = client;
        this.texts = texts;
        this.person = person;
        this.window = window;
        this.notice = new NoticeLine(texts);
        this.desk = new Desk(client, texts, person, clock, notice::show, this::open);
        this.view = Fxml.load(this, texts);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Called by the FXML loader when the fields are filled. */
    @FXML
    void initialize() {
        who.setText(person.name() + " · " + role());
        body.getChildren().add(notice);
        for (DeskPages.Entry entry : DeskPages.of(person.role())) {
            pages.put(entry.key(), entry.make().apply(desk));
            ToggleButton door =
                    new ToggleButton(texts.text("page." + entry.key()), new FontIcon(entry.icon()));
            door.setId("page-" + entry.key());
            door.setToggleGroup(group);
            door.setMaxWidth(Double.MAX_VALUE);
            door.getStyleClass().add("door");
            door.setOnAction(event -> open(entry.key(), ""));
            doors.put(entry.key(), door);
            rail.getChildren().add(door);
        }
        languages();
        light.setGraphic(new FontIcon(Material2AL.BRIGHTNESS_6));
        light.setOnAction(event -> window.turnLight());
        reload.setGraphic(new FontIcon(Material2MZ.REFRESH));
        reload.setOnAction(event -> readAnew());
        leave.setGraphic(new FontIcon(Material2AL.EXIT_TO_APP));
        leave.setOnAction(event -> window.signOut());
    }

    private String role() {
        return switch (person.role()) {
            case SUPERVISOR -> texts.text("role.supervisor");
            case PLANNER -> texts.text("role.planner");
            case ADMIN, OPERATOR -> texts.text("role.admin");
        };
    }

    private void languages() {
        language.getItems().setAll(PlanWords.LANGUAGES);
        language.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String tag) {
                        return DeskTexts.LANGUAGES.getOrDefault(tag, "");
                    }

                    @Override
                    public String fromString(String name) {
                        return name;
                    }
                });
        language.setValue(texts.language().equals("iw") ? "he" : texts.language());
        language.setOnAction(event -> window.speak(language.getValue()));
    }

    Parent view() {
        return view;
    }

    boolean isOf(DeskPerson other) {
        return person.equals(other);
    }

    boolean speaks(Locale language) {
        return texts.locale().equals(language);
    }

    /** The key of the page that is shown. */
    String page() {
        return page == null ? "" : page.key();
    }

    /** Opens the first page. */
    void start() {
        open(pages.keySet().iterator().next(), "");
    }

    /**
     * Opens a page; one that this person does not see is not opened.
     *
     * @param what the thing to look at there; empty for none
     */
    void open(String key, String what) {
        DeskPage next = pages.get(key);
        if (next == null) {
            return;
        }
        if (page != null && !page.key().equals(key)) {
            page.left();
            notice.hide();
        }
        page = next;
        group.selectToggle(Objects.requireNonNull(doors.get(key)));
        title.setText(texts.text("page." + key));
        Node shown = next.view();
        space.getChildren().setAll(shown);
        next.shown();
        if (!what.isEmpty()) {
            next.open(what);
        }
    }

    private void readAnew() {
        if (page != null) {
            page.shown();
        }
    }

    void news() {
        if (page != null) {
            page.news();
        }
    }

    /** How the server is. */
    void server(boolean reached, Instant heardAt) {
        String moment = texts.clock(heardAt);
        server.setText(
                reached
                        ? texts.text("head.live", client.server().getAuthority())
                        : texts.text("head.gone", moment));
        server.setGraphic(new FontIcon(reached ? Material2AL.CLOUD_DONE : Material2AL.CLOUD_OFF));
        goneText.setText(texts.text("gone.text", moment));
        gone.setVisible(!reached);
        gone.setManaged(!reached);
        if (reached) {
            news();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            readAnew();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
            int number = event.getCode().getCode() - KeyCode.DIGIT1.getCode();
            List<String> keys = List.copyOf(pages.keySet());
            if (number >= 0 && number < keys.size()) {
                open(keys.get(number), "");
                event.consume();
            }
        }
    }
}
