package stint.station.core;

import org.jspecify.annotations.Nullable;

/**
 * What one round of sync did.
 *
 * @param complete whether everything own was acknowledged and everything there was fetched
 * @param pushed own events newly acknowledged
 * @param pulled events fetched
 * @param problem what went wrong, for logs; absent when complete
 */
public record SyncReport(boolean complete, long pushed, long pulled, @Nullable String problem) {}
