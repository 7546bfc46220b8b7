package stint.domain.office;

import org.jspecify.annotations.Nullable;

import stint.domain.event.Codes;
import stint.domain.event.OperatorCode;
import stint.domain.event.PlanFact;
import stint.domain.event.StationCode;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Checklist;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.plan.Role;
import stint.domain.plan.Station;
import stint.domain.planning.Held;
import stint.domain.work.Floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** People, stations and reasons: who and what the floor is made of (ST-1, ST-4). Pure. */
record FloorDesk(Floor floor, Seen seen) {

    PlanDecision save(PlanCommand.SavePerson save) {
        Held<Operator> held =
                Codes.isCode(save.code())
                        ? floor.planning().people().get(new OperatorCode(save.code()))
                        : null;
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(save.code(), held, save.seen()));
        Entered.code(save.code()).ifPresent(wrong::add);
        Entered.name(save.name()).ifPresent(wrong::add);
        if (!PlanWords.LANGUAGES.contains(save.language())) {
            wrong.add(PlanRefusal.of(Code.LANGUAGE_UNKNOWN, "language", save.language()));
        }
        Operator before = held == null ? null : held.value();
        wrong.addAll(role(save, before));
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        Operator person =
                new Operator(
                        new OperatorCode(save.code()),
                        save.name().strip(),
                        save.language(),
                        save.role(),
                        before == null ? null : before.publicName(),
                        before == null ? null : before.pinHash(),
                        save.active());
        return new PlanDecision.Accepted(
                person.equals(before)
                        ? List.of()
                        : List.of(new PlanFact.OperatorRegistered(person)),
                save.code());
    }

    private List<PlanRefusal> role(PlanCommand.SavePerson save, @Nullable Operator before) {
        boolean plain =
                save.role() == Role.OPERATOR && (before == null || before.role() == Role.OPERATOR);
        if (!plain && !save.byAdmin()) {
            return List.of(PlanRefusal.of(Code.ROLE_ADMIN_ONLY, "role"));
        }
        boolean stays = save.role() == Role.ADMIN && save.active();
        if (before != null && administers(before) && !stays) {
            long others =
                    floor.operators().stream()
                            .filter(other -> administers(other) && !other.equals(before))
                            .count();
            if (others == 0) {
                return List.of(
                        PlanRefusal.of(
                                Code.LAST_ADMIN, save.active() ? "role" : "active", save.name()));
            }
        }
        return List.of();
    }

    private static boolean administers(Operator person) {
        return person.role() == Role.ADMIN && person.active() && person.pinHash() != null;
    }

    PlanDecision save(PlanCommand.SaveStation save) {
        Held<Station> held =
                Codes.isCode(save.code())
                        ? floor.planning().stations().get(new StationCode(save.code()))
                        : null;
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(save.code(), held, save.seen()));
        Entered.code(save.code()).ifPresent(wrong::add);
        optionalCode("type", save.type(), wrong);
        optionalCode("area", save.area(), wrong);
        String bench = save.bench();
        if (bench != null && !serves(bench, save.code())) {
            wrong.add(PlanRefusal.of(Code.BENCH_UNKNOWN, "bench", bench));
        }
        for (String operator : save.operators()) {
            if (!Codes.isCode(operator) || floor.operator(new OperatorCode(operator)).isEmpty()) {
                wrong.add(PlanRefusal.of(Code.OPERATOR_UNKNOWN, "operators", operator));
            }
        }
        if ((save.line() == null) != Entered.missing(save.task())) {
            wrong.add(PlanRefusal.of(Code.NEW_JOBS_HALF, save.line() == null ? "line" : "task"));
        }
        Entered.length("task", save.task()).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        Station before = held == null ? null : held.value();
        Station station =
                new Station(
                        new StationCode(save.code()),
                        save.secondStart(),
                        bench == null ? null : new StationCode(bench),
                        before == null ? Checklist.NONE : before.opening(),
                        before == null ? Checklist.NONE : before.closing(),
                        save.operators().stream().map(OperatorCode::new).toList(),
                        newJobs(save),
                        save.type(),
                        save.area());
        return new PlanDecision.Accepted(
                station.equals(before)
                        ? List.of()
                        : List.of(new PlanFact.StationRegistered(station)),
                save.code());
    }

    private static @Nullable NewJobs newJobs(PlanCommand.SaveStation save) {
        return save.line() == null || save.task() == null
                ? null
                : new NewJobs(save.line(), save.task().strip());
    }

    /** Whether a bench PC can serve a station: it is known, another one, and served by none. */
    private boolean serves(String bench, String station) {
        return Codes.isCode(bench)
                && !bench.equals(station)
                && floor.station(new StationCode(bench))
                        .filter(other -> other.bench() == null)
                        .isPresent();
    }

    private static void optionalCode(String field, @Nullable String code, List<PlanRefusal> wrong) {
        if (code != null) {
            Entered.code(field, code).ifPresent(wrong::add);
        }
    }

    PlanDecision define(PlanCommand.DefineReason define) {
        Reason reason = define.reason();
        Held<Reason> held = floor.planning().reasons().get(reason.code());
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(reason.code(), held, define.seen()));
        Entered.code(reason.code()).ifPresent(wrong::add);
        Map<String, String> labels = new TreeMap<>();
        reason.labels()
                .forEach((tag, label) -> {
                    if (!PlanWords.LANGUAGES.contains(tag)) {
                        wrong.add(PlanRefusal.of(Code.LANGUAGE_UNKNOWN, "labels", tag));
                    }
                    Entered.length("label_" + tag, label).ifPresent(wrong::add);
                    if (!label.isBlank()) {
                        labels.put(tag, label.strip());
                    }
                });
        if (!labels.containsKey("en")) {
            wrong.add(PlanRefusal.of(Code.LABEL_REQUIRED, "label_en"));
        }
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        Reason kept = new Reason(reason.code(), reason.kind(), labels);
        boolean same = held != null && held.value().equals(kept);
        return new PlanDecision.Accepted(
                same ? List.of() : List.of(new PlanFact.ReasonDefined(kept)), kept.code());
    }
}
