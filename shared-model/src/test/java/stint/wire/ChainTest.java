package stint.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import stint.wire.protocol.PushHeader;

import java.security.MessageDigest;
import java.util.List;

/** The chain over exact bytes, and the batch that carries them. */
class ChainTest {

    @Test
    void SY_4_a_hash_covers_the_one_before_and_the_exact_bytes() throws Exception {
        byte[] first = "first".getBytes(UTF_8);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(new byte[32]);
        Hash expected = Hash.of(sha.digest(first));

        Chain chain = new Chain(Hash.ZERO);
        assertThat(chain.append(first)).isEqualTo(expected);
        assertThat(chain.append("second".getBytes(UTF_8)))
                .isEqualTo(Chain.next(expected, "second".getBytes(UTF_8)))
                .isNotEqualTo(Chain.next(expected, "Second".getBytes(UTF_8)))
                .isNotEqualTo(Chain.next(Hash.ZERO, "second".getBytes(UTF_8)));
        assertThat(Hash.parse(expected.toString())).isEqualTo(expected);
    }

    @Test
    void SY_2_a_batch_carries_bytes_exactly() throws Exception {
        PushHeader header =
                new PushHeader(1, "BENCH-1", 1, 42, Hash.ZERO.toString(), Hash.ZERO.toString(), 2);
        List<byte[]> bodies =
                List.of("{\"a\":1}".getBytes(UTF_8), "{ \"a\" : \"ก\" }".getBytes(UTF_8));
        byte[] gzip = new EventBatch<>(header, bodies).toGzip();
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzip))) {
            EventBatch<PushHeader> back = EventBatch.read(in, PushHeader.class);
            assertThat(back.header()).isEqualTo(header);
            assertThat(back.bodies()).containsExactly(bodies.get(0), bodies.get(1));
        }
    }
}
