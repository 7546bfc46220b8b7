package stint.credential;

import stint.domain.event.StationCode;
import stint.wire.Hash;
import stint.wire.protocol.Receipt;

import java.nio.charset.StandardCharsets;

/** Signs and checks receipts. Stateless; any thread. */
public final class Receipts {

    private Receipts() {}

    /** The server's word that it holds a station's events up to one. */
    public static Receipt sign(
            SigningKey key,
            StationCode station,
            int epoch,
            long sequence,
            Hash hash,
            long position,
            long timeMs) {
        Receipt unsigned =
                new Receipt(
                        station.value(), epoch, sequence, hash.toString(), position, timeMs, "");
        return new Receipt(
                station.value(),
                epoch,
                sequence,
                hash.toString(),
                position,
                timeMs,
                key.sign(signed(unsigned)));
    }

    /** Whether the server with this key gave this receipt, and nobody changed it since. */
    public static boolean verify(VerifyingKey serverKey, Receipt receipt) {
        return serverKey.verifies(signed(receipt), receipt.signature());
    }

    private static byte[] signed(Receipt receipt) {
        return String.join(
                        "\n",
                        "stint-receipt-1",
                        receipt.station(),
                        Integer.toString(receipt.epoch()),
                        Long.toString(receipt.sequence()),
                        receipt.hash(),
                        Long.toString(receipt.position()),
                        Long.toString(receipt.timeMs()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
