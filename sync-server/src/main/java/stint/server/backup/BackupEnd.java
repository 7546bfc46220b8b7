package stint.server.backup;

import stint.server.store.Verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A backup's last line: by it a reader knows that all of it is there, as it was written.
 *
 * @param events how many lines are events
 * @param histories how far each station's epoch goes
 * @param sha256 of all bytes before this line, uncompressed, in hexadecimal
 * @param key the public key of the server that wrote it
 * @param signature its signature of what {@link #signed} says
 */
public record BackupEnd(
        long events, List<History> histories, String sha256, String key, String signature) {

    /** Refuses what is missing. */
    public BackupEnd {
        histories = List.copyOf(histories);
        Objects.requireNonNull(sha256, "sha256 is missing");
        Objects.requireNonNull(key, "key is missing");
        Objects.requireNonNull(signature, "signature is missing");
    }

    /**
     * How far one history goes.
     *
     * @param last its last event, {@code BENCH-1.3.42}
     * @param hash the chain after it, in hexadecimal
     */
    public record History(String last, String hash) {

        static History of(Verification.Head head) {
            return new History(head.last().toString(), head.hash().toString());
        }
    }

    /** The bytes that are signed: everything else follows from the digest. */
    static byte[] signed(String sha256) {
        return (BackupHeader.FORMAT + "\n" + sha256).getBytes(StandardCharsets.UTF_8);
    }
}
