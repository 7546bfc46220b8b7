package stint.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * One job task: an operation of a job ticket, written {@code JT251030001/2}.
 *
 * @param ticket the job ticket's code
 * @param sequence the task's number within the job, from 1
 */
public record TaskId(String ticket, int sequence) implements Comparable<TaskId> {

    /**
     * @throws IllegalArgumentException when the ticket is not a code or the number is below 1
     */
    public TaskId {
        Codes.requireCode("ticket", ticket);
        if (sequence < 1) {
            throw new IllegalArgumentException("task numbers start at 1: " + sequence);
        }
    }

    /**
     * Reads {@code JT251030001/2}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static TaskId parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("a task is written TICKET/NUMBER: \"" + text + "\"");
        }
        try {
            return new TaskId(
                    text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a task is written TICKET/NUMBER: \"" + text + "\"", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskId id && sequence == id.sequence && ticket.equals(id.ticket);
    }

    /** By hand, as {@code equals}: the fold looks tasks up several times for every event. */
    @Override
    public int hashCode() {
        return ticket.hashCode() * 31 + sequence;
    }

    @Override
    public int compareTo(TaskId other) {
        int byTicket = ticket.compareTo(other.ticket);
        return byTicket != 0 ? byTicket : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return ticket + "/" + sequence;
    }
}
