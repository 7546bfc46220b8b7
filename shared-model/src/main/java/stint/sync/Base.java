package stint.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stint.domain.event.Hlc;
import stint.domain.floor.FoldExport;
import stint.wire.snapshot.BuildPrint;
import stint.wire.snapshot.FoldCodec;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * What a server's feed comes to up to a position: a bench goes on from there, and reads no more of
 * what was before.
 *
 * @param generation the life of the server's store
 * @param position the last one that is in it
 * @param serverTimeMs the server's clock when it was made
 * @param hlc the newest reading in it
 * @param marks how far it holds each station's chain
 * @param fold the state
 */
public record Base(
        String generation,
        long position,
        long serverTimeMs,
        Hlc hlc,
        Marks marks,
        FoldExport fold) {

    private static final Logger LOG = LoggerFactory.getLogger(Base.class);

    /** This build of the rules; empty where it can't be told from others. */
    private static final class Ours {
        static final OptionalLong BUILD = build();

        private static OptionalLong build() {
            try {
                return OptionalLong.of(BuildPrint.ofRules());
            } catch (IOException e) {
                LOG.warn("No bases are made or used", e);
                return OptionalLong.empty();
            }
        }
    }

    /** This build of the rules; empty where it can't be told from others. */
    public static OptionalLong ourBuild() {
        return Ours.BUILD;
    }

    /** Writes it. */
    public void write(PackedOutput out) throws IOException {
        out.text(generation);
        out.number(position);
        out.signed(serverTimeMs);
        out.signed(hlc.millis());
        out.number(hlc.counter());
        marks.write(out);
        FoldCodec.write(out, fold);
    }

    /** Reads what {@link #write} wrote. */
    static Base read(PackedInput in) throws IOException {
        return new Base(
                in.text(),
                in.number(),
                in.signed(),
                new Hlc(in.signed(), in.count()),
                Marks.read(in),
                FoldCodec.read(in));
    }
}
