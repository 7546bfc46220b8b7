package stint.board;

import stint.wire.protocol.BoardView.JobCard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each job's card is: a card keeps its place for as long as it is shown, so that an eye that
 * knows where to look finds it there (BD-1). Immutable.
 *
 * @param byTicket place by ticket, from 0
 */
public record Places(Map<String, Integer> byTicket) {

    /** Before anything was shown. */
    public static final Places NONE = new Places(Map.of());

    /** Copies the map. */
    public Places {
        byTicket = Map.copyOf(byTicket);
    }

    /**
     * The places of these jobs: known ones stay, new ones take the first free place. A job that is
     * done stays while there is room on the pages that the others need.
     */
    public Places with(List<JobCard> jobs, int perPage) {
        List<JobCard> shown = new ArrayList<>(jobs.stream().filter(job -> !job.done()).toList());
        int room = Math.max(1, Math.ceilDiv(shown.size(), perPage)) * perPage - shown.size();
        List<JobCard> done = jobs.stream().filter(JobCard::done).toList();
        shown.addAll(done.subList(Math.max(0, done.size() - room), done.size()));

        Map<String, Integer> places = new HashMap<>();
        for (JobCard job : shown) {
            Integer place = byTicket.get(job.ticket());
            if (place != null) {
                places.put(job.ticket(), place);
            }
        }
        int free = 0;
        for (JobCard job : shown) {
            if (!places.containsKey(job.ticket())) {
                while (places.containsValue(free)) {
                    free++;
                }
                places.put(job.ticket(), free);
            }
        }
        return new Places(places);
    }

    public int pages(int perPage) {
        int last = byTicket.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return last / perPage + 1;
    }
}
