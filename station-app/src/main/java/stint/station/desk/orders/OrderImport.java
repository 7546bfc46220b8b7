package stint.station.desk.orders;

import javafx.scene.layout.Region;

import stint.station.desk.Desk;
import stint.station.desk.Reply;
import stint.station.desk.kit.ImportPane;
import stint.station.ui.kit.Texts;
import stint.wire.planning.ImportReply;

/**
 * Brings orders in from comma-separated values: all of them, or none and every line named that is
 * wrong. On the FX thread only.
 */
final class OrderImport {

    private static final String EXAMPLE =
            "code,customer,product,quantity,routing,scheduled_start,scheduled_end,due\n";

    private final Desk desk;
    private final Texts texts;
    private final Runnable changed;
    private final ImportPane pane;

    /**
     * @param changed is told when orders are other ones than before
     */
    OrderImport(Desk desk, Runnable changed) {
        this.desk = desk;
        this.texts = desk.texts(OrderImport.class);
        this.changed = changed;
        ImportPane.Words words =
                new ImportPane.Words(
                        texts.text("import.title"),
                        texts.text("import.hint"),
                        EXAMPLE,
                        texts.text("import.kind"),
                        texts.text("import.ok"));
        pane = new ImportPane(desk, words, this::send, "*.csv", "*.txt");
    }

    Region view() {
        return pane;
    }

    void open() {
        pane.open();
    }

    void close() {
        pane.close();
    }

    private void send(byte[] file) {
        desk.client()
                .post("imports/orders.csv", "text/csv", file, ImportReply.class, this::answered);
    }

    private void answered(Reply<ImportReply> reply) {
        if (reply instanceof Reply.Ok<ImportReply>(ImportReply imported)) {
            long written =
                    imported.orders().stream()
                            .filter(order -> order.outcome().equals("written"))
                            .count();
            pane.done();
            desk.done(texts.text("import.done", written, imported.orders().size() - written));
            changed.run();
            return;
        }
        pane.wrong(desk.words(reply));
    }
}
