package stint.simulation;

import stint.journal.MemoryJournal;
import stint.journal.Urgency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** A bench's own log; writes now and then an event of a newer release, or forgets how it ended. */
record MutableLog(MemoryJournal log, Mutant mutant, SimBench bench) implements PassedOn {

    private static final String VERSION = "\"v\":1,";

    @Override
    public boolean startedCleanly() {
        return mutant == Mutant.NO_EPOCH || log.startedCleanly();
    }

    @Override
    public boolean letGo(long before, Supplier<byte[]> instead) throws IOException {
        return log.letGo(mutant == Mutant.LET_GO_TOO_EARLY ? log.lastIndex() : before, instead);
    }

    @Override
    public long keep(List<byte[]> records, Urgency urgency) throws IOException {
        byte[] body = records.getFirst();
        if (bench.poisonsNow(body)) {
            int place = new String(body, StandardCharsets.ISO_8859_1).indexOf(VERSION);
            // The recorder hashes the same bytes later, as if it had written them so.
            body[place + VERSION.length() - 2] = '9';
        }
        return log.keep(records, urgency);
    }
}
