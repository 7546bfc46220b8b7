package stint.server.office;

import org.jspecify.annotations.Nullable;

import stint.domain.office.PlanWords;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Reason;
import stint.domain.plan.Station;
import stint.domain.plan.StationTrust;
import stint.domain.planning.Held;
import stint.domain.work.FloorView;
import stint.wire.planning.PlannedStationView;
import stint.wire.planning.ReasonView;

import java.util.List;

/** Turns stations and reasons into the records that are answered. Pure. */
public final class MasterViews {

    private MasterViews() {}

    /** All stations, by code. */
    public static List<PlannedStationView> stations(FloorView floor) {
        return floor.planning().stations().values().stream()
                .map(held -> station(floor, held))
                .toList();
    }

    private static PlannedStationView station(FloorView floor, Held<Station> held) {
        Station station = held.value();
        NewJobs newJobs = station.newJobs();
        return new PlannedStationView(
                station.code().value(),
                OfficeViews.word(station.secondStart()),
                OfficeViews.text(station.bench()),
                station.type(),
                station.area(),
                station.operators().stream().map(Object::toString).toList(),
                newJobs == null ? null : OfficeViews.word(newJobs.line()),
                newJobs == null ? null : newJobs.task(),
                station.opening().items().size() + station.closing().items().size(),
                trust(floor.trust(station.code()).orElse(null)),
                held.version().toString());
    }

    private static @Nullable String trust(@Nullable StationTrust trust) {
        if (trust == null) {
            return null;
        }
        return trust.key() != null ? "enrolled" : trust.revoked() ? "revoked" : "offered";
    }

    /** All reasons, by code. */
    public static List<ReasonView> reasons(FloorView floor) {
        return floor.planning().reasons().values().stream().map(MasterViews::reason).toList();
    }

    private static ReasonView reason(Held<Reason> held) {
        Reason reason = held.value();
        return new ReasonView(
                reason.code(),
                OfficeViews.word(reason.kind()),
                reason.labels(),
                PlanWords.LANGUAGES.stream()
                        .filter(tag -> !reason.labels().containsKey(tag))
                        .toList(),
                held.version().toString());
    }
}
