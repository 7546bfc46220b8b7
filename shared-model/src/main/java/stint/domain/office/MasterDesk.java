package stint.domain.office;

import stint.domain.event.Counts;
import stint.domain.event.PlanFact;
import stint.domain.office.PlanRefusal.Code;
import stint.domain.plan.Limits;
import stint.domain.plan.Product;
import stint.domain.planning.Held;
import stint.domain.planning.Planning;
import stint.domain.work.Floor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Products, skills, limits. Pure. */
record MasterDesk(Floor floor, Seen seen) {

    /** A day with two digits everywhere, to try a pattern on. */
    private static final LocalDate SOME_DAY = LocalDate.of(2025, 11, 10);

    private static final String SOME_TICKET = "JT251110001";

    PlanDecision define(PlanCommand.DefineProduct define) {
        Planning planning = floor.planning();
        Product product = define.product();
        Held<Product> held = planning.products().get(product.code());
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(product.code(), held, define.seen()));
        Entered.code(product.code()).ifPresent(wrong::add);
        Entered.name(product.name()).ifPresent(wrong::add);
        Entered.length("brand", product.brand()).ifPresent(wrong::add);
        String gtin = null;
        if (product.gtin() != null) {
            gtin = Gtin.of(product.gtin()).orElse(null);
            if (gtin == null) {
                wrong.add(PlanRefusal.of(Code.GTIN_INVALID, "gtin", product.gtin()));
            }
        }
        SerialPattern pattern =
                SerialPattern.of(product.serialPattern(), SOME_TICKET, product.code(), SOME_DAY)
                        .orElse(null);
        boolean fitsGs1 =
                pattern == null
                        || gtin == null
                        || pattern.length(1) <= SerialPattern.GS1_LENGTH_MAX;
        if (pattern == null || !fitsGs1) {
            wrong.add(
                    PlanRefusal.of(
                            Code.SERIAL_PATTERN,
                            "serialPattern",
                            String.valueOf(product.serialPattern()),
                            SerialPattern.GS1_LENGTH_MAX));
        }
        if (product.routing() != null && planning.newest(product.routing()).isEmpty()) {
            wrong.add(PlanRefusal.of(Code.ROUTING_NOT_PUBLISHED, "routing", product.routing()));
        }
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        Product kept =
                new Product(
                        product.code(),
                        product.name().strip(),
                        gtin,
                        product.serialPattern(),
                        product.routing(),
                        product.brand());
        boolean same = held != null && held.value().equals(kept);
        return new PlanDecision.Accepted(
                same ? List.of() : List.of(new PlanFact.ProductDefined(kept)), product.code());
    }

    PlanDecision give(PlanCommand.GiveSkills give) {
        Held<SortedSet<String>> held = floor.planning().skills().get(give.to());
        List<PlanRefusal> wrong = new ArrayList<>(seen.check(give.to().value(), held, give.seen()));
        if (floor.operator(give.to()).isEmpty()) {
            wrong.add(PlanRefusal.of(Code.OPERATOR_UNKNOWN, "operator", give.to()));
        }
        give.skills().forEach(skill -> Entered.code("skills", skill).ifPresent(wrong::add));
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        boolean same = held != null && held.value().equals(give.skills());
        return new PlanDecision.Accepted(
                same ? List.of() : List.of(new PlanFact.SkillsGiven(give.to(), give.skills())),
                give.to().value());
    }

    PlanDecision set(PlanCommand.SetLimits set) {
        Planning planning = floor.planning();
        Held<Limits> held = planning.limits().isEmpty() ? null : planning.limits().getFirst();
        List<PlanRefusal> wrong = new ArrayList<>(seen.check("limits", held, set.seen()));
        Limits limits = set.limits();
        limit("atelierMax", limits.atelierQuantityMax(), 1, Counts.QUANTITY_MAX, wrong);
        limit("oemMin", limits.oemQuantityMin(), 1, Counts.QUANTITY_MAX, wrong);
        limit("oemLeadDays", limits.oemLeadDays(), 0, 366, wrong);
        if (!wrong.isEmpty()) {
            return new PlanDecision.Refused(wrong);
        }
        boolean same = planning.limitsInForce().equals(limits);
        return new PlanDecision.Accepted(
                same ? List.of() : List.of(new PlanFact.LimitsSet(limits)), "limits");
    }

    private static void limit(String field, int value, int min, int max, List<PlanRefusal> wrong) {
        if (value < min || value > max) {
            wrong.add(PlanRefusal.of(Code.LIMIT_INVALID, field, min, max));
        }
    }
}
