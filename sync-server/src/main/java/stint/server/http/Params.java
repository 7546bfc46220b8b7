package stint.server.http;

import io.javalin.http.Context;

import stint.domain.event.OperatorCode;
import stint.domain.event.Serial;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;

import java.util.Locale;

/** Reads what stands in addresses, queries and headers. Wrong values are refused as malformed. */
final class Params {

    private Params() {}

    static StationCode station(String text) {
        try {
            return new StationCode(text);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    static OperatorCode operator(String text) {
        try {
            return new OperatorCode(text);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    static Serial serial(String text) {
        try {
            return new Serial(text);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    static TaskId task(Context context) {
        try {
            return TaskId.parse(context.pathParam("ticket") + "/" + context.pathParam("sequence"));
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    static TaskId task(String ticket, int sequence) {
        try {
            return new TaskId(ticket, sequence);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** A whole number from the query, within bounds. */
    static long number(Context context, String name, long fallback, long min, long max) {
        String text = context.queryParam(name);
        if (text == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw FaultException.of(
                    Fault.MALFORMED, name + " must be a whole number: \"" + text + "\"", e);
        }
        throw FaultException.of(
                Fault.MALFORMED, name + " must be " + min + " to " + max + ": " + text);
    }

    /** Whether a header names something that the caller takes. */
    static boolean accepts(Context context, String header, String word) {
        String accepted = context.header(header);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(word);
    }

    private static FaultException malformed(IllegalArgumentException e) {
        return FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
    }
}
