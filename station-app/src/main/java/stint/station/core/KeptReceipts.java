package stint.station.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.Receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest receipt of each epoch, in a file beside the journal: what the server can't deny it had
 * (SYNC "Receipts"). Used by the core's thread.
 */
final class KeptReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReceipts.class);

    private final Path file;
    private final Map<Integer, Receipt> newest = new TreeMap<>();

    KeptReceipts(Path directory) {
        file = directory.resolve("receipts");
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    Receipt receipt = WireJson.read(line.getBytes(UTF_8), Receipt.class);
                    newest.put(receipt.epoch(), receipt);
                }
            } catch (IOException | MalformedMessageException e) {
                LOG.warn("the receipts are unreadable; the next ones take their place", e);
            }
        }
    }

    /** Keeps a receipt, unless there is one for more. It was verified when it came. */
    void keep(Receipt receipt) {
        Receipt before = newest.get(receipt.epoch());
        if (receipt.sequence() == 0
                || (before != null && before.sequence() >= receipt.sequence())) {
            return;
        }
        newest.put(receipt.epoch(), receipt);
        try {
            Path fresh = file.resolveSibling("receipts.new");
            Files.write(fresh, newest.values().stream().map(KeptReceipts::line).toList(), UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("a receipt can't be kept; the next one takes its place", e);
        }
    }

    private static String line(Receipt receipt) {
        return new String(WireJson.write(receipt), UTF_8);
    }
}
