package stint.simulation;

import stint.journal.MemoryJournal;
import stint.journal.RecordLog;
import stint.journal.Urgency;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A mistake: the header, which is the cursor, is durable before the events are. */
record CursorFirstLog(MemoryJournal log) implements RecordLog {

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

    @Override
    public boolean startedCleanly() {
        return log.startedCleanly();
    }

    @Override
    public long firstIndex() {
        return log.firstIndex();
    }

    @Override
    public long lastIndex() {
        return log.lastIndex();
    }

    @Override
    public List<byte[]> read(long from, int countMax) {
        return log.read(from, countMax);
    }

    @Override
    public void replay(Replay listener) throws IOException {
        log.replay(listener);
    }

    @Override
    public void close() {
        log.close();
    }
}
