package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

import stint.wire.planning.RefusalView;

import java.util.List;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type a URI reference that names the kind of problem
 * @param title the kind, in words
 * @param status the HTTP status
 * @param detail this occurrence, in words
 * @param code the kind, as a short word for programs ({@code fork}, {@code generation}, {@code
 *     event_unreadable} …)
 * @param sequence the event at fault, where there is one
 * @param refusals all that is wrong with a plan (DP-3), where that is the problem
 * @param sessions the work sessions in the way, where there are some (SOP-6, SOP-9)
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable Long sequence,
        @Nullable List<RefusalView> refusals,
        @Nullable List<String> sessions) {

    /** A problem that is neither a refused plan nor about work sessions. */
    public Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable Long sequence) {
        this(type, title, status, detail, code, sequence, null, null);
    }
}
