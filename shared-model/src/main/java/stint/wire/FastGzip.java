package stint.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Events repeat themselves: the fastest level is nearly as small as the best. */
public final class FastGzip extends GZIPOutputStream {

    private static final int BUFFER_BYTES = 8 * 1024;

    /** Compresses what is written. */
    public FastGzip(OutputStream out) throws IOException {
        super(out, BUFFER_BYTES);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
