package stint.station.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.wire.MalformedMessageException;
import stint.wire.WireJson;
import stint.wire.protocol.PushReply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest receipt of each epoch, with the reply it came in, in a file beside the journal: what
 * the server can't deny it had (SYNC "Receipts"), and by which a bench without a network knows
 * after a restart what was carried already (SY-5). Used by the core's thread.
 */
final class KeptReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReceipts.class);

    private final Path file;
    private final Map<Integer, PushReply> newest = new TreeMap<>();

    KeptReceipts(Path directory) {
        file = directory.resolve("receipts");
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    PushReply reply = WireJson.read(line.getBytes(UTF_8), PushReply.class);
                    newest.put(reply.epoch(), reply);
                }
            } catch (IOException | MalformedMessageException e) {
                LOG.warn("the receipts are unreadable; the next ones take their place", e);
            }
        }
    }

    /** Keeps a receipt, unless there is one for more. It was verified when it came. */
    void keep(PushReply reply) {
        PushReply before = newest.get(reply.epoch());
        boolean more =
                before == null
                        || !before.generation().equals(reply.generation())
                        || before.mark() < reply.mark();
        if (reply.receipt() == null || reply.mark() == 0 || !more) {
            return;
        }
        newest.put(reply.epoch(), reply);
        try {
            Path fresh = file.resolveSibling("receipts.new");
            Files.write(fresh, newest.values().stream().map(KeptReceipts::line).toList(), UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("a receipt can't be kept; the next one takes its place", e);
        }
    }

    /** Those of one life of the server's store; of the newest where that is not known. */
    List<PushReply> of(@Nullable String generation) {
        String wanted =
                generation != null
                        ? generation
                        : newest.values().stream()
                                .max(Comparator.comparingLong(PushReply::serverTimeMs))
                                .map(PushReply::generation)
                                .orElse("");
        return newest.values().stream().filter(reply -> reply.generation().equals(wanted)).toList();
    }

    private static String line(PushReply reply) {
        return new String(WireJson.write(reply), UTF_8);
    }
}
