package stint.installer.demo;

import stint.domain.plan.Job;
import stint.installer.scenario.Scenario;
import stint.installer.scenario.ScenarioException;
import stint.installer.scenario.ScenarioReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The day that the demo plays, and the ones after it: the same work on new tickets, due around
 * today.
 */
public final class DemoDay {

    private static final String RESOURCE = "/stint/demo/day.json";

    /** Tickets begin with the day they were made; each round of the demo is a day of its own. */
    private static final String TICKETS = "JT2511";

    private DemoDay() {}

    /**
     * A round's day.
     *
     * @param round from 1
     * @param today the day that its dates are moved to
     */
    public static Scenario of(int round, LocalDate today) {
        String text = text().replace(TICKETS + "03", "%s%02d".formatted(TICKETS, 2 + round));
        try {
            Scenario day = ScenarioReader.read(RESOURCE, text);
            long later = ChronoUnit.DAYS.between(day.time().day(), today);
            List<Job> jobs = day.jobs().stream().map(job -> moved(job, later)).toList();
            return new Scenario(
                    day.name(),
                    day.source(),
                    day.rules(),
                    day.time(),
                    day.operators(),
                    day.pins(),
                    day.stations(),
                    day.reasons(),
                    jobs,
                    day.steps(),
                    day.expect());
        } catch (ScenarioException e) {
            throw new IllegalStateException("the demo's day can't be read: " + e.getMessage(), e);
        }
    }

    private static Job moved(Job job, long days) {
        LocalDate due = job.due();
        return new Job(
                job.ticket(),
                job.name(),
                job.line(),
                job.target(),
                job.toleranceBasisPoints(),
                job.tasks(),
                job.edges(),
                job.serials(),
                job.order(),
                due == null ? null : due.plusDays(days));
    }

    private static String text() {
        try (InputStream in = DemoDay.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
