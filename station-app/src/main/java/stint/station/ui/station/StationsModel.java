package stint.station.ui.station;

import stint.domain.event.StationCode;
import stint.domain.plan.Operator;
import stint.domain.station.StationSession;
import stint.domain.station.StationSessions;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Problem;
import stint.station.ui.bench.StationWords;
import stint.station.ui.bench.TaskWords;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;
import stint.station.ui.station.StationsView.Seat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where somebody sits down, at a bench that serves several stations (ST-1). FX thread only. */
public final class StationsModel implements ScreenModel {

    private static final int PER_PAGE = 6;

    private final Bench bench;
    private final Operator operator;
    private final Optional<StationCode> last;
    private final Shown<StationsView> view;
    private int page;
    private boolean chosen;

    /** For whoever is logged in. */
    public StationsModel(Bench bench, Operator operator) {
        this.bench = bench;
        this.operator = operator;
        this.last =
                bench.floor()
                        .stationSessions()
                        .latest(operator.code(), bench.core().station())
                        .map(StationSession::station);
        this.view = new Shown<>(this::draw);
    }

    /** What to show. */
    public Shown<StationsView> view() {
        return view;
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private StationsView draw() {
        List<StationCode> stations = stations();
        int pages = Math.max(1, Math.ceilDiv(stations.size(), PER_PAGE));
        page = Math.clamp(page, 0, pages - 1);
        List<Seat> seats = new ArrayList<>();
        for (StationCode code : onPage()) {
            boolean before = last.filter(code::equals).isPresent();
            seats.add(new Seat(code.value(), seats.size() + 1, hint(code, before), before));
        }
        return new StationsView(seats, page, pages);
    }

    private List<StationCode> stations() {
        return bench.attendance().stations(operator);
    }

    private List<StationCode> onPage() {
        return stations().stream().skip((long) page * PER_PAGE).limit(PER_PAGE).toList();
    }

    /** Who sits there already, and what it does. */
    private String hint(StationCode code, boolean before) {
        Texts texts = bench.texts();
        StationSessions sessions = bench.floor().stationSessions();
        List<StationSession> there =
                sessions.standing(code).map(StationSessions.Standing::open).orElse(List.of());
        if (there.isEmpty()) {
            return texts.text(before ? "stations.last" : "stations.free");
        }
        String names =
                there.stream()
                        .map(session -> TaskWords.name(session.operator(), bench.floor()))
                        .collect(Collectors.joining(", "));
        return texts.text(
                "stations.taken", StationWords.status(there.getFirst().status(), texts), names);
    }

    /** A station was tapped; one is enough. */
    public void choose(String code) {
        if (!chosen) {
            chosen = true;
            bench.attendance().signOn(operator, new StationCode(code));
        }
    }

    /** Another page. */
    public void turn(int by) {
        page += by;
        refresh();
    }

    /** Not they: somebody else. */
    public void leave() {
        bench.logout();
    }

    @Override
    public void scanned(String code) {
        if (stations().stream().anyMatch(station -> station.value().equals(code))) {
            choose(code);
        } else {
            bench.say(new Problem(bench.texts().text("stations.unknown", code), "NOT_ALLOWED"));
        }
    }

    @Override
    public boolean ordered(Order order) {
        if (order == Order.Act.NEXT) {
            turn(1);
            return true;
        }
        return ScreenModel.super.ordered(order);
    }

    @Override
    public void typed(String characters) {
        if (characters.matches("[1-9]")) {
            onPage().stream()
                    .skip(Integer.parseInt(characters) - 1L)
                    .findFirst()
                    .ifPresent(code -> choose(code.value()));
        }
    }

    @Override
    public void enter() {
        last.ifPresent(code -> scanned(code.value()));
    }

    @Override
    public void back() {
        leave();
    }
}
