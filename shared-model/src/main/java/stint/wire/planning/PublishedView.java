package stint.wire.planning;

import java.time.Instant;

/**
 * A published version; it never changes.
 *
 * @param version from 1
 * @param graph as it was published
 * @param since when
 */
public record PublishedView(int version, GraphView graph, Instant since) {}
