package stint.station.store;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A real database whose writes sometimes fail. */
record FailingDatabase(StoreDatabase real, BooleanSupplier failsNow) implements StoreDatabase {

    @Override
    public Map<String, Long> followed() {
        return real.followed();
    }

    @Override
    public void probe() {
        real.probe();
    }

    @Override
    public void write(StoreBatch batch) {
        if (failsNow.getAsBoolean()) {
            throw new IllegalStateException("this write fails");
        }
        real.write(batch);
    }

    @Override
    public List<SessionRow> sessions(String operator, int limit, int offset) {
        return real.sessions(operator, limit, offset);
    }

    @Override
    public List<StationRow> stationSessions(String bench, int limit, int offset) {
        return real.stationSessions(bench, limit, offset);
    }

    @Override
    public long events() {
        return real.events();
    }

    @Override
    public void close() {
        real.close();
    }
}
