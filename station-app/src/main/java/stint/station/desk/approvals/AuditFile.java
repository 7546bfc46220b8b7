package stint.station.desk.approvals;

import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.protocol.WorkSessionView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Saves the audit of a run as a file that other programs read (SOP-5). On the FX thread only. */
final class AuditFile {

    private final Desk desk;
    private final Texts texts;
    private final Form form;

    AuditFile(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(AuditFile.class);
        form = new Form(texts, "save", texts.text("save.title"), texts.text("save.ok"));
        form.text("file", texts.text("save.file"), texts.text("save.hint"));
    }

    Form form() {
        return form;
    }

    /**
     * Asks where to, then the server.
     *
     * @param format csv or json
     */
    void open(WorkSessionView run, String format) {
        String name =
                "audit-%s-%s.%s"
                        .formatted(run.sopId(), run.id().replaceAll("[^A-Za-z0-9-]", "-"), format);
        form.fill("file", Path.of(System.getProperty("user.home", ""), name).toString());
        form.open(() -> {
            if (!form.lacks("file", texts.text("save.hint"))) {
                form.busy(true);
                desk.client()
                        .get(
                                DeskClient.path("sessions", run.id(), "audit")
                                        + "?format="
                                        + format,
                                byte[].class,
                                this::write);
            }
        });
    }

    private void write(Reply<byte[]> reply) {
        if (reply instanceof Reply.Ok<byte[]>(byte[] bytes)) {
            String file = form.words("file");
            Thread.ofVirtual().name("desk-audit").start(() -> write(file, bytes));
        } else {
            form.wrong(List.of(), desk.words(reply));
        }
    }

    private void write(String file, byte[] bytes) {
        try {
            Files.write(Path.of(file), bytes);
            desk.later(() -> {
                form.close();
                desk.done(texts.text("save.done", file));
            });
        } catch (IOException | InvalidPathException e) {
            desk.later(() -> form.wrong(List.of(), List.of(texts.text("save.failed"))));
        }
    }
}
