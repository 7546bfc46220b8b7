package stint.server.trace;

import stint.domain.event.Serial;
import stint.domain.plan.Job;
import stint.domain.work.FloorView;
import stint.server.reconcile.Picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which job a serial belongs to, so that a customer's page need not look through a year of jobs. It
 * follows the pictures it is asked with: what did not change is not looked at again. Thread-safe.
 */
public final class SerialIndex {

    private final Map<String, Job> indexed = new HashMap<>();
    private final Map<Serial, String> tickets = new HashMap<>();
    private long position = -1;

    /** Knows nothing yet. */
    public SerialIndex() {}

    /** The job that plans a serial; the newest ticket where several do. */
    public Optional<Job> job(Picture picture, Serial serial) {
        String ticket;
        synchronized (this) {
            if (picture.position() != position) {
                follow(picture.floor());
                position = picture.position();
            }
            ticket = tickets.get(serial);
        }
        return ticket == null
                ? Optional.empty()
                : picture.floor().job(ticket).filter(job -> job.serials().contains(serial));
    }

    @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
    private void follow(FloorView floor) {
        for (Job job : floor.jobs()) {
            if (indexed.put(job.ticket(), job) != job) {
                List<Serial> serials = job.serials();
                serials.forEach(serial -> tickets.merge(serial, job.ticket(), SerialIndex::newer));
            }
        }
    }

    private static String newer(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
