package stint.station.desk.jobs;

import stint.wire.planning.JobView;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which of the jobs to show. Pure.
 *
 * @param which by where they stand
 * @param search what ticket, name, order or product holds; empty for all
 */
record JobFilter(Which which, String search) {

    /** Due within so many days is due soon. */
    static final int SOON_DAYS = 7;

    /** By where they stand. */
    enum Which {
        OPEN,
        LATE,
        DUE,
        ATELIER,
        OEM,
        OVER,
        ALL
    }

    /** The jobs that are wanted: late ones first, then by due date, those without one last. */
    List<JobView> of(List<JobView> jobs, LocalDate today) {
        return jobs.stream()
                .filter(job -> wanted(job, today) && found(job))
                .sorted((one, other) -> {
                    int late = Boolean.compare(other.late(), one.late());
                    int due = due(one).compareTo(due(other));
                    return late != 0
                            ? late
                            : due != 0 ? due : one.ticket().compareTo(other.ticket());
                })
                .toList();
    }

    private static LocalDate due(JobView job) {
        return Objects.requireNonNullElse(job.due(), LocalDate.MAX);
    }

    private boolean wanted(JobView job, LocalDate today) {
        boolean over = job.status().equals("done") || job.status().equals("cancelled");
        return switch (which) {
            case OPEN -> !over;
            case LATE -> job.late();
            case DUE -> !over && due(job).isBefore(today.plusDays(SOON_DAYS + 1L));
            case ATELIER -> !over && job.line().equals("atelier");
            case OEM -> !over && job.line().equals("oem");
            case OVER -> over;
            case ALL -> true;
        };
    }

    private boolean found(JobView job) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return Stream.of(job.ticket(), job.name(), job.order(), job.product())
                .filter(Objects::nonNull)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
