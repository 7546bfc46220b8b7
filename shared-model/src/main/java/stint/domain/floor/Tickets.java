package stint.domain.floor;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Event;
import stint.domain.event.TaskId;
import stint.domain.event.WorkFact;
import stint.domain.plan.Job;
import stint.domain.plan.Task;
import stint.domain.work.TaskState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All jobs and tasks of a floor, at hand or put away. Used by one thread. */
final class Tickets {

    private static final Comparator<JobPicture> BY_TICKET =
            Comparator.comparing(JobPicture::ticket);

    private final Book book;
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final List<Ticket> changed = new ArrayList<>();
    private JobPicture[] pictures = new JobPicture[0];
    private long newestMillis = Long.MIN_VALUE;
    private long sweptMillis = Long.MIN_VALUE;

    Tickets(Book book) {
        this.book = book;
    }

    long newestMillis() {
        return newestMillis;
    }

    /** What is older may have been let go of; the least number for nothing. */
    long sweptMillis() {
        return sweptMillis;
    }

    void seen(long millis) {
        newestMillis = Math.max(newestMillis, millis);
    }

    private Ticket ticket(String code) {
        Ticket known = tickets.get(code);
        if (known == null) {
            known = new Ticket(code);
            tickets.put(code, known);
            changed.add(known);
        }
        return known;
    }

    private void changed(Ticket ticket) {
        if (ticket.changed()) {
            changed.add(ticket);
        }
    }

    /** A task at hand; brought back, or begun, when it is not. */
    TaskLedger ledger(TaskId task) {
        Ticket ticket = ticket(task.ticket());
        TaskLedger known = ticket.ledger(task.sequence());
        if (known != null) {
            return known;
        }
        TaskLedger ledger = open(ticket, task);
        ArchivedTask away = ticket.bringBack(task.sequence());
        Job job = ticket.jobOf(task.sequence());
        List<Event> events = away == null ? List.of() : book.log().ofTask(task);
        if (away != null) {
            away.operators().forEach(operator -> book.moves(operator).broughtBack(away));
        }
        ledger.restore(job, events, away == null ? Long.MIN_VALUE : newestMillis);
        return ledger;
    }

    private TaskLedger open(Ticket ticket, TaskId task) {
        TaskLedger ledger = new TaskLedger(task, book, ticket.sentBack(), () -> changed(ticket));
        ticket.put(ledger);
        changed(ticket);
        return ledger;
    }

    /** The plan of a job that holds now. */
    void plan(Job job) {
        Ticket ticket = ticket(job.ticket());
        changed(ticket);
        if (job.equals(ticket.job())) {
            return;
        }
        ticket.plan(job);
        job.tasks().stream().map(Task::id).forEach(this::ledger);
        allOf(ticket).forEach(ledger -> ledger.plan(ticket.jobOf(ledger.id().sequence())));
    }

    /** All tasks of a job; those put away are brought back. */
    private List<TaskLedger> allOf(Ticket ticket) {
        Stream<TaskId> ids =
                Stream.concat(
                        ticket.ledgers().stream().map(TaskLedger::id),
                        ticket.away().stream().map(away -> away.state().id()));
        return ids.toList().stream().map(this::ledger).toList();
    }

    /**
     * Pieces were sent back. Every task of the job hears of it; which ones are visited again
     * follows from the plan, which may come later.
     */
    void sendBack(Event event, WorkFact.SentBack sent) {
        Ticket ticket = ticket(sent.task().ticket());
        List<TaskLedger> ledgers = allOf(ticket);
        ticket.sentBack().add(event);
        ledgers.forEach(ledger -> ledger.sendBack(event, sent));
    }

    /** Pieces that were sent back count again as such, or no more. */
    void resend(Event event, WorkFact.SentBack sent) {
        allOf(ticket(sent.task().ticket())).forEach(ledger -> ledger.refoldFrom(event));
    }

    @Nullable Job job(String ticket) {
        Ticket known = tickets.get(ticket);
        return known == null ? null : known.job();
    }

    @Nullable TaskState state(TaskId task) {
        Ticket ticket = tickets.get(task.ticket());
        return ticket == null ? null : ticket.state(task.sequence());
    }

    /** The events of a task, in canonical order. */
    List<Event> recorded(TaskId task) {
        Ticket known = tickets.get(task.ticket());
        TaskLedger ledger = known == null ? null : known.ledger(task.sequence());
        return ledger == null ? book.log().ofTask(task) : ledger.recorded();
    }

    @Nullable JobPicture picture(String ticket) {
        Ticket known = tickets.get(ticket);
        return known == null ? null : known.picture();
    }

    /** Every job as it is now, by ticket. */
    List<JobPicture> pictures() {
        if (!changed.isEmpty()) {
            pictures = redrawn();
            changed.clear();
        }
        return Arrays.asList(pictures);
    }

    private JobPicture[] redrawn() {
        if (pictures.length != tickets.size()) {
            return tickets.values().stream()
                    .map(Ticket::picture)
                    .sorted(BY_TICKET)
                    .toArray(JobPicture[]::new);
        }
        JobPicture[] redrawn = pictures.clone();
        for (Ticket ticket : changed) {
            JobPicture picture = ticket.picture();
            redrawn[Arrays.binarySearch(redrawn, picture, BY_TICKET)] = picture;
        }
        return redrawn;
    }

    /** Whether a task is put away, or may be when all before a time (milliseconds) is. */
    boolean mayBeAway(TaskId task, long beforeMillis) {
        Ticket ticket = tickets.get(task.ticket());
        if (ticket == null) {
            return false;
        }
        TaskLedger ledger = ticket.ledger(task.sequence());
        return ledger == null
                ? ticket.away(task.sequence()) != null
                : ledger.mayBePutAwayThen(beforeMillis);
    }

    /** As {@link #mayBeAway}, for any task of a job. */
    boolean anyMayBeAway(String code, long beforeMillis) {
        Ticket ticket = tickets.get(code);
        return ticket != null
                && (!ticket.away().isEmpty()
                        || ticket.ledgers().stream()
                                .anyMatch(ledger -> ledger.mayBePutAwayThen(beforeMillis)));
    }

    /** Whether any task of a job that is at hand has events before a time (milliseconds). */
    boolean anyBegan(String code, long beforeMillis) {
        Ticket ticket = tickets.get(code);
        return ticket != null
                && ticket.ledgers().stream().anyMatch(ledger -> ledger.began(beforeMillis));
    }

    /** Puts away what was settled before a time (milliseconds). */
    void putAway(long beforeMillis) {
        sweptMillis = Math.max(sweptMillis, beforeMillis);
        book.upToDate();
        TaskLedger next = book.nextToPutAway(beforeMillis);
        while (next != null) {
            Ticket ticket = ticket(next.id().ticket());
            ArchivedTask away = next.putAway();
            changed(ticket);
            ticket.putAway(away);
            next = book.nextToPutAway(beforeMillis);
        }
        for (Moves operator : book.people()) {
            operator.letGo(beforeMillis, book.log()::letGo);
        }
    }

    /** The tasks at hand. */
    List<FoldExport.OfTask> export() {
        return tickets.values().stream()
                .flatMap(ticket -> ticket.ledgers().stream())
                .map(TaskLedger::export)
                .toList();
    }

    /** The tasks put away. */
    List<ArchivedTask> archived() {
        return tickets.values().stream().flatMap(ticket -> ticket.away().stream()).toList();
    }

    /** All that was sent back. */
    List<Event> sentBack() {
        return tickets.values().stream().flatMap(ticket -> ticket.sentBack().stream()).toList();
    }

    /** Goes on from an export; the moves and corrections are there already. */
    void restore(FoldExport exported, Collection<Job> jobs) {
        seen(exported.newestMillis());
        exported.operators()
                .forEach(
                        operator -> sweptMillis = Math.max(sweptMillis, operator.heldFromMillis()));
        jobs.forEach(job -> ticket(job.ticket()).plan(job));
        exported.sentBack()
                .forEach(event -> {
                    if (event.fact() instanceof WorkFact.SentBack sent) {
                        ticket(sent.task().ticket()).sentBack().add(event);
                    }
                });
        exported.archived()
                .forEach(away -> {
                    ticket(away.state().id().ticket()).putAway(away);
                    away.operators().forEach(operator -> book.moves(operator).putAway(away));
                });
        exported.tasks()
                .forEach(task -> {
                    Ticket ticket = ticket(task.task().ticket());
                    open(ticket, task.task()).goOn(ticket.jobOf(task.task().sequence()), task);
                });
    }
}
