package stint.server.trace;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import java.util.Map;

/**
 * A QR code as one path of an SVG, a unit a module, with the quiet zone the standard asks for.
 *
 * @param size modules from edge to edge
 * @param path the dark modules
 */
public record Qr(int size, String path) {

    private static final int QUIET = 4;

    /**
     * The code of a text. A label is scratched and bent: a quarter of it may be lost.
     *
     * @throws IllegalArgumentException when the text is too long
     */
    public static Qr of(String text) {
        try {
            ByteMatrix matrix =
                    Encoder.encode(
                                    text,
                                    ErrorCorrectionLevel.Q,
                                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    int from = x;
                    while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                        path.append('h').append(x - from).append("v1h-").append(x - from);
                        path.append('z');
                    }
                }
            }
            return new Qr(matrix.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("that is too long for a QR code", e);
        }
    }
}
