package stint.station.desk;

import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import stint.station.ui.kit.Texts;
import stint.wire.planning.PersonView;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;

/**
 * The desk in a window: somebody signs in, and works with the pages of their role until they sign
 * out. It asks the server for everything, and is closed with its window. On the FX thread only.
 */
public final class DeskWindow implements AutoCloseable {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 880;

    private final DeskOptions options;
    private final InstantSource clock = InstantSource.system();
    private final DeskThread thread = new DeskThread(this::tellNews);
    private final DeskClient client;
    private final DeskLook look;
    private final StackPane root = new StackPane();

    private Locale language;
    private @Nullable DeskLogin login;
    private @Nullable DeskFrame frame;

    /** Of somebody whom the server signed out, with all they had begun. */
    private @Nullable DeskFrame kept;

    private boolean reached = true;
    private Instant heardAt = clock.instant();

    private DeskWindow(DeskOptions options) {
        this.options = options;
        this.language = options.language();
        this.client = new DeskClient(options.link(), thread, new Watch());
        this.look = new DeskLook(new Scene(root, WIDTH, HEIGHT), options.light());
    }

    /**
     * Shows the desk on a stage, with the question who sits there. Needs no server to start with.
     *
     * @return the running desk; closing it, or its window, ends it
     */
    public static DeskWindow show(Stage stage, DeskOptions options) {
        DeskWindow window = new DeskWindow(options);
        window.ask("");
        stage.setTitle("Stint desk");
        stage.setScene(window.look.scene());
        stage.setOnHidden(event -> window.close());
        stage.show();
        window.askForPerson();
        return window;
    }

    /** Signs somebody in as if they had typed it; where somebody is in already, nothing happens. */
    public void signIn(String code, String pin) {
        if (login != null) {
            login.attempt(code, pin);
        }
    }

    private void askForPerson() {
        if (login != null) {
            login.begin();
        }
    }

    private Texts texts() {
        return DeskTexts.in(DeskWindow.class, language, options.zone());
    }

    private void ask(String why) {
        frame = null;
        kept = null;
        language = options.language();
        client.speak(language.getLanguage());
        DeskLogin asking = new DeskLogin(client, texts(), this::signedIn);
        asking.say(why);
        login = asking;
        put(asking.view());
        askForPerson();
    }

    private void put(Parent content) {
        root.setNodeOrientation(
                texts().rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
        root.getChildren().setAll(content);
    }

    /** Their own language first, which the people of the site know. */
    private void signedIn(DeskPerson person) {
        client.get(
                "people",
                PersonView[].class,
                reply -> {
                    reply.ifOk(people ->
                            Arrays.stream(people)
                                    .filter(each -> each.code().equals(person.code()))
                                    .findFirst()
                                    .ifPresent(own ->
                                            language = Locale.forLanguageTag(own.language())));
                    work(person);
                    client.followNews();
                });
    }

    private void work(DeskPerson person) {
        client.speak(language.getLanguage());
        DeskFrame before = kept;
        kept = null;
        if (before != null && before.isOf(person) && before.speaks(language)) {
            show(before);
            before.news();
            return;
        }
        DeskFrame working =
                new DeskFrame(
                        client,
                        texts(),
                        person,
                        clock,
                        new DeskFrame.Window() {
                            @Override
                            public void signOut() {
                                client.logout();
                                ask("");
                            }

                            @Override
                            public void speak(String tag) {
                                language = Locale.forLanguageTag(tag);
                                String page = frame == null ? "" : frame.page();
                                work(person);
                                if (frame != null) {
                                    frame.open(page, "");
                                }
                            }

                            @Override
                            public void turnLight() {
                                look.turn();
                            }
                        });
        show(working);
        working.start();
    }

    private void show(DeskFrame working) {
        login = null;
        frame = working;
        put(working.view());
        working.server(reached, heardAt);
    }

    private void tellNews() {
        if (frame != null) {
            frame.news();
        }
    }

    @Override
    public void close() {
        if (Platform.isFxApplicationThread()) {
            client.logout();
        }
        client.close();
    }

    private final class Watch implements DeskClient.Watcher {

        @Override
        public void reached(boolean there) {
            if (there) {
                heardAt = clock.instant();
            }
            boolean changed = there != reached;
            reached = there;
            if (frame != null && changed) {
                frame.server(there, heardAt);
            }
        }

        @Override
        public void news() {
            reached(true);
            thread.news();
        }

        @Override
        public void signedOut() {
            DeskFrame before = frame;
            if (before != null) {
                client.logout();
                ask(texts().text("problem.not_authenticated"));
                kept = before;
            }
        }
    }
}
