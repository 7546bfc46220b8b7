package stint.server.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import stint.clock.Clocks;
import stint.domain.event.StationCode;
import stint.server.feed.LiveStreams;
import stint.server.inbox.Inbox;
import stint.server.trust.Apart;

import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the server can be watched by, as Prometheus reads it. Thread-safe. */
final class Metrics {

    /** A site has hundreds; whoever makes up names must not fill the page. */
    private static final int STATIONS_MAX = 2_000;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Presence presence;
    private final Inbox inbox;
    private final Clocks clocks;
    private final Timer ingest;
    private final DistributionSummary ingested;
    private final MultiGauge unsent;
    private final MultiGauge silent;
    private final MultiGauge lag;

    Metrics(
            Inbox inbox,
            LiveStreams live,
            ConnectionGuard connections,
            Presence presence,
            Apart apart,
            Clocks clocks) {
        this.inbox = inbox;
        this.presence = presence;
        this.clocks = clocks;
        Gauge.builder("stint.feed.position", inbox, source -> source.picture().position())
                .description("The feed's last position")
                .register(registry);
        Gauge.builder("stint.inbox.waiting", inbox, Inbox::waiting)
                .description("Batches that wait for the writer")
                .register(registry);
        Gauge.builder("stint.backup.position", inbox, Inbox::safe)
                .description("Up to here a finished backup of this life holds the feed")
                .register(registry);
        Gauge.builder("stint.live.streams", live, LiveStreams::count)
                .description("Live streams and late answers that are open")
                .register(registry);
        Gauge.builder("stint.connections", connections, ConnectionGuard::count)
                .description("Connections that are open")
                .register(registry);
        Gauge.builder("stint.apart.batches", apart, source -> source.waiting().size())
                .description("Batches of revoked stations that wait for a person's judgement")
                .register(registry);
        ingest =
                Timer.builder("stint.ingest")
                        .description("From a batch that was read to its events being durable")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        ingested =
                DistributionSummary.builder("stint.ingest.events")
                        .description("Events in the batches that were pushed")
                        .register(registry);
        unsent = stations("stint.station.unsent", "Events a bench has still to send, as it says");
        silent = stations("stint.station.silent.seconds", "Since a station was last heard");
        lag = stations("stint.station.lag", "Events of the feed that a bench has not fetched");
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    private MultiGauge stations(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** A batch is durable. */
    void ingested(int events, Duration time) {
        ingested.record(events);
        ingest.record(time);
    }

    /** All of it, in Prometheus's text form. */
    String scrape() {
        long now = clocks.read().time().toEpochMilli();
        long position = inbox.picture().position();
        Map<StationCode, Presence.Heard> known = presence.known();
        rows(silent, known, heard -> Math.max(0, now - heard.at().toEpochMilli()) / 1000.0);
        rows(unsent, known, heard -> heard.unsent() < 0 ? Double.NaN : heard.unsent());
        rows(
                lag,
                known,
                heard ->
                        heard.fetched() < 0 ? Double.NaN : Math.max(0, position - heard.fetched()));
        return registry.scrape();
    }

    private static void rows(
            MultiGauge gauge,
            Map<StationCode, Presence.Heard> known,
            ToDoubleFunction<Presence.Heard> value) {
        gauge.register(
                known.entrySet().stream()
                        .limit(STATIONS_MAX)
                        .map(entry ->
                                MultiGauge.Row.of(
                                        Tags.of("station", entry.getKey().value()),
                                        value.applyAsDouble(entry.getValue())))
                        .toList(),
                true);
    }
}
