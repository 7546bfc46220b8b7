package stint.station.desk.kit;

import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.ui.kit.Texts;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** Saves something as a file of this machine, never over another one. On the FX thread only. */
public final class SaveForm {

    private final Desk desk;
    private final Texts texts;
    private final Form form;

    /** What there is to save, asked for when somebody said where to. */
    @FunctionalInterface
    public interface Source {

        /**
         * Gives the bytes, now or later.
         *
         * @param taker is told on the FX thread
         */
        void ask(Consumer<Reply<byte[]>> taker);
    }

    /**
     * A form that is hidden until it is opened.
     *
     * @param heading what is saved, in words
     */
    public SaveForm(Desk desk, String heading) {
        this.desk = desk;
        this.texts = desk.texts();
        form = new Form(texts, "save", heading, texts.text("file.ok"));
        form.text("file", texts.text("file.path"), texts.text("file.hint"));
    }

    /** Its place on a page. */
    public Form form() {
        return form;
    }

    /**
     * Asks where to.
     *
     * @param name a name for the file
     */
    public void open(String name, Source source) {
        form.fill("file", Path.of(System.getProperty("user.home", ""), name).toString());
        form.open(() -> {
            if (!form.lacks("file", texts.text("file.hint"))) {
                form.busy(true);
                source.ask(this::write);
            }
        });
    }

    private void write(Reply<byte[]> reply) {
        if (reply instanceof Reply.Ok<byte[]>(byte[] bytes)) {
            String file = form.words("file");
            Thread.ofVirtual().name("desk-save").start(() -> write(file, bytes));
        } else {
            form.wrong(List.of(), desk.words(reply));
        }
    }

    private void write(String file, byte[] bytes) {
        try {
            Files.write(Path.of(file), bytes, StandardOpenOption.CREATE_NEW);
            desk.later(() -> {
                form.close();
                desk.done(texts.text("file.done", file));
            });
        } catch (FileAlreadyExistsException e) {
            desk.later(() -> form.wrong(List.of(), List.of(texts.text("file.there"))));
        } catch (IOException | InvalidPathException e) {
            desk.later(() -> form.wrong(List.of(), List.of(texts.text("file.failed"))));
        }
    }
}
