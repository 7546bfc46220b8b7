package stint.sync;

import stint.wire.Hash;
import stint.wire.snapshot.PackedInput;
import stint.wire.snapshot.PackedOutput;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What stands in a bench's own journal for events that left it: which there were, how their chain
 * went, and where the log of the feed has them. Unlike a snapshot it must be readable by every
 * later release: {@code LetGoTest} holds its bytes, and another form gets another number.
 */
final class LetGoEvents {

    private static final int FORM = 1;

    private LetGoEvents() {}

    static byte[] bytes(OwnLog own, JournalBodies bodies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedOutput out = new PackedOutput(bytes);
        try {
            Returned returned = bodies.returned();
            long place = returned.place(returned.count());
            out.number(FORM);
            out.number(place);
            out.bytes(bodies.named(place).toBytes());
            own.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Goes on from what {@link #bytes} wrote. What the server has is to be read in the feed; and
     * where the log of the feed is another one, so are those events.
     */
    static void read(byte[] bytes, OwnLog own, JournalBodies bodies) throws IOException {
        PackedInput in = new PackedInput(new ByteArrayInputStream(bytes));
        long form = in.number();
        if (form != FORM) {
            throw new IOException(
                    "the journal was shortened by a newer release (form " + form + ")");
        }
        long place = in.number();
        Hash name = Hash.of(in.bytes());
        own.read(in);
        own.forgetMarks();
        boolean keptApart = place == 0;
        boolean lost =
                keptApart
                        ? bodies.kept().count() < bodies.returned().count()
                        : !bodies.named(place).equals(name);
        if (lost) {
            bodies.returned().forget();
        }
    }
}
