package stint.server.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import stint.clock.Clocks;
import stint.domain.event.EventId;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.TimeReading;
import stint.domain.office.PlanCommand;
import stint.domain.office.PlanDecision;
import stint.domain.office.PlanWords;
import stint.domain.office.Planner;
import stint.domain.office.Sight;
import stint.domain.work.Floor;
import stint.domain.work.FloorView;
import stint.server.fault.Fault;
import stint.server.fault.FaultException;
import stint.server.inbox.Inbox;
import stint.server.inbox.Recorded;
import stint.server.trust.Enrolments;
import stint.sync.Ledger;
import stint.wire.planning.PlannedReply;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** What every route of the office does: asks the planner, within the writer, and answers. */
final class Office {

    private static final int SECONDS_PER_MINUTE = 60;

    private final Inbox inbox;
    private final Writes writes;
    private final Clocks clocks;

    Office(Inbox inbox, Writes writes, Clocks clocks) {
        this.inbox = inbox;
        this.writes = writes;
        this.clocks = clocks;
    }

    <T> T message(Context context, Class<T> type) {
        return writes.message(context, type);
    }

    <T> T body(Context context, String mediaType, Bodies.Reader<T> reader) {
        return writes.body(context, mediaType, reader);
    }

    /** Today, where the server is. */
    LocalDate today() {
        return Planner.today(clocks.read());
    }

    /** The caller's words. */
    PlanWords words(Context context) {
        String language = context.header("Accept-Language");
        int offset = clocks.read().zoneOffsetMinutes();
        return PlanWords.accepted(
                language == null ? "" : language,
                ZoneOffset.ofTotalSeconds(offset * SECONDS_PER_MINUTE));
    }

    /** Writes what becomes of a command, and answers. */
    void answer(Context context, PlanCommand command) {
        Answers.json(context, write(context, command));
    }

    /** Writes what becomes of a command; durable when it returns. */
    PlannedReply write(Context context, PlanCommand command) {
        AtomicReference<String> code = new AtomicReference<>("");
        Recorded recorded =
                record(
                        context,
                        (floor, now) -> {
                            PlanDecision.Accepted accepted = decided(floor, command, now);
                            code.set(accepted.code());
                            return accepted.facts();
                        });
        return reply(code.get(), recorded);
    }

    /** What a command would lead to now; nothing is written. */
    <T> T would(PlanCommand command, BiFunction<Floor, List<PlanFact>, T> view) {
        return writes.ask(
                floor -> view.apply(floor, decided(floor, command, clocks.read()).facts()));
    }

    private static PlanDecision.Accepted decided(
            Floor floor, PlanCommand command, TimeReading now) {
        return switch (Planner.decide(floor, command, now)) {
            case PlanDecision.Accepted accepted -> accepted;
            case PlanDecision.Refused refused ->
                    throw FaultException.refused(
                            refused.refusals().stream()
                                    .map(refusal -> new FaultException.Refused(0, refusal))
                                    .toList());
        };
    }

    /** Writes facts in the caller's name. */
    Recorded record(Context context, Ledger.Decide decide) {
        return writes.record(Enrolments.operator(Gate.caller(context)), decide);
    }

    static PlannedReply reply(String code, Recorded recorded) {
        return new PlannedReply(
                code,
                recorded.events().stream().map(EventId::toString).toList(),
                recorded.position());
    }

    /**
     * One command of several that are taken all or not at all.
     *
     * @param line where it stands
     */
    record Line(int line, PlanCommand command) {}

    /** What was written, and how much of it for each line. */
    record Taken(Recorded recorded, List<Integer> counts) {}

    /**
     * Writes all, or says what is wrong with each.
     *
     * @param before what was found wrong before anything was decided
     */
    Taken writeAll(Context context, List<Line> lines, List<FaultException.Refused> before) {
        List<Integer> counts = new ArrayList<>();
        Recorded recorded =
                record(
                        context,
                        (floor, now) -> {
                            counts.clear();
                            List<PlanFact> facts = new ArrayList<>();
                            List<FaultException.Refused> wrong = new ArrayList<>(before);
                            for (Line line : lines) {
                                switch (Planner.decide(floor, line.command(), now)) {
                                    case PlanDecision.Accepted accepted -> {
                                        facts.addAll(accepted.facts());
                                        counts.add(accepted.facts().size());
                                    }
                                    case PlanDecision.Refused refused ->
                                            refused.refusals()
                                                    .forEach(refusal ->
                                                            wrong.add(
                                                                    new FaultException.Refused(
                                                                            line.line(), refusal)));
                                }
                            }
                            if (!wrong.isEmpty()) {
                                wrong.sort(Comparator.comparingInt(FaultException.Refused::line));
                                throw FaultException.refused(wrong);
                            }
                            return facts;
                        });
        return new Taken(recorded, counts);
    }

    /**
     * What a caller saw.
     *
     * @param seen a version; empty for nothing; absent for whatever is there
     */
    static @Nullable Sight seen(@Nullable String seen) {
        if (seen == null) {
            return null;
        }
        return new Sight(seen.isEmpty() ? null : event(seen));
    }

    /** An event, as a caller names it. */
    static EventId event(String text) {
        try {
            return EventId.parse(text);
        } catch (IllegalArgumentException e) {
            throw FaultException.of(Fault.MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    /** A word of the interface as one of the domain's. */
    static <E extends Enum<E>> E word(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        throw FaultException.of(
                Fault.MALFORMED,
                "\"" + word + "\" is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Whoever asks, as a person. */
    static OperatorCode person(Context context) {
        OperatorCode operator = Enrolments.operator(Gate.caller(context));
        if (operator == null) {
            throw FaultException.of(Fault.NOT_ALLOWED, "sign in as a person first");
        }
        return operator;
    }

    /** The floor as it is now. */
    FloorView floor() {
        return inbox.picture().floor();
    }
}
