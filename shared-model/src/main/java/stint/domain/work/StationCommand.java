package stint.domain.work;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.StationStatus;

import java.util.List;
import java.util.Map;

/** What a person asks the terminal to record about their place at it (DOMAIN §8). */
public sealed interface StationCommand extends Command {

    /**
     * Sit down (ST-1).
     *
     * @param station which of the stations that the bench serves; absent for the bench itself
     */
    record SignOn(OperatorCode operator, @Nullable StationCode station) implements StationCommand {}

    /**
     * Submit a checklist (ST-2). Submitting twice is one.
     *
     * @param answers by the item's key, as entered
     */
    record SubmitChecklist(OperatorCode operator, ChecklistKind kind, Map<String, String> answers)
            implements StationCommand {

        /** Copies the answers. */
        public SubmitChecklist {
            answers = Map.copyOf(answers);
        }
    }

    /**
     * The station does something else from now on (ST-3).
     *
     * @param reason a managed reason's code
     * @param note in their words
     */
    record SetStatus(
            OperatorCode operator,
            StationStatus status,
            @Nullable String reason,
            @Nullable String note)
            implements StationCommand {}

    /** Leave, with the closing checklist submitted and no work running here (ST-1). */
    record SignOff(OperatorCode operator) implements StationCommand {}

    /**
     * Close station sessions, whosever they are and wherever; supervisors only (ST-7).
     *
     * @param sessions those meant, as this bench knows them
     * @param reason why
     */
    record CloseSessions(OperatorCode operator, List<EventId> sessions, String reason)
            implements StationCommand {

        /** Copies the list. */
        public CloseSessions {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * Begin a job whose number nobody knows, where the station allows it (ST-1).
     *
     * @param ticket the number, as typed or scanned
     * @param target pieces wanted
     */
    record NewJob(OperatorCode operator, String ticket, long target) implements StationCommand {}
}
