package stint.server.web;

import stint.server.trace.Qr;

import java.util.List;

/**
 * Labels to print, one a page of 100 by 50 mm.
 *
 * @param labels in the order of their serials
 */
public record LabelPage(WebTexts texts, List<Label> labels) {

    /** So many are printed at once. */
    public static final int LABELS_MAX = 1_000;

    /** Copies the list. */
    public LabelPage {
        labels = List.copyOf(labels);
    }

    /**
     * One label.
     *
     * @param title what the piece is
     * @param code what is typed where the QR code can't be read; empty where the serial is enough
     * @param gtin the product's number; empty for none
     */
    public record Label(
            String title, String brand, String serial, String code, String gtin, Qr qr) {}
}
