package stint.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import stint.credential.Receipts;
import stint.credential.SigningKey;
import stint.credential.VerifyingKey;
import stint.wire.protocol.PushReply;
import stint.wire.protocol.Receipt;

import java.nio.file.Path;
import java.util.Objects;

/** The server's signed word for what it holds (SY-4). */
class ReceiptTest {

    @TempDir private Path directory;

    @Test
    void SY_4_the_server_signs_what_it_holds_by_a_key_that_outlives_it() throws Exception {
        try (TestServer server = new TestServer(directory).plan()) {
            TestBench bench = new TestBench("BENCH-1").start("A").complete("A", 5);
            PushReply first = server.push(bench.all());
            server.restart();
            PushReply again = server.push(bench.batch(1, 1));

            VerifyingKey key =
                    SigningKey.read(SyncServer.keys(directory).resolve("server.key")).verifying();
            Receipt receipt = Objects.requireNonNull(first.receipt());
            assertThat(Receipts.verify(key, receipt)).isTrue();
            assertThat(Receipts.verify(key, Objects.requireNonNull(again.receipt()))).isTrue();
            assertThat(receipt.sequence()).isEqualTo(2);
            assertThat(receipt.hash()).isEqualTo(bench.hash(2).toString());
            assertThat(receipt.position()).isEqualTo(first.position());

            Receipt changed =
                    new Receipt(
                            receipt.station(),
                            receipt.epoch(),
                            receipt.sequence() + 1,
                            receipt.hash(),
                            receipt.position(),
                            receipt.timeMs(),
                            receipt.signature());
            assertThat(Receipts.verify(key, changed)).isFalse();
            assertThat(Receipts.verify(SigningKey.generate().verifying(), receipt)).isFalse();
        }
    }
}
