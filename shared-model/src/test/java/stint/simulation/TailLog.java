package stint.simulation;

import stint.journal.RecordLog;

import java.io.IOException;

/**
 * A log that is read on from where a snapshot ends; or, a mistake, from one record later.
 *
 * @param skips whether it makes the mistake
 */
record TailLog(RecordLog log, boolean skips) implements PassedOn {

    @Override
    public void replay(long from, Replay listener) throws IOException {
        boolean tail = from > firstIndex() && from <= lastIndex();
        log.replay(skips && tail ? from + 1 : from, listener);
    }
}
