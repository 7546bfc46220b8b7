package stint.simulation;

import stint.journal.MemoryJournal;
import stint.journal.Urgency;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A mistake: the header, which is the cursor, is durable before the events are. */
record CursorFirstLog(MemoryJournal log) implements PassedOn {

    @Override
    public long keep(List<byte[]> records, Urgency urgency) throws IOException {
        byte[] piece = records.getFirst();
        int end = 0;
        while (piece[end] != '\n') {
            end++;
        }
        log.keep(List.of(Arrays.copyOf(piece, end + 1)), urgency);
        return log.keep(records, urgency);
    }
}
