package stint.server.backup;

import java.util.Objects;

/**
 * A backup's first line.
 *
 * @param format {@link #FORMAT}
 * @param site whose events these are
 * @param generation which life of its store was copied
 * @param position up to where, from 1
 * @param takenAtMs by the server's clock, milliseconds since 1970 UTC
 * @param pictures how many follow the events; a release that kept none did not say
 */
public record BackupHeader(
        String format,
        String site,
        String generation,
        long position,
        long takenAtMs,
        long pictures) {

    /** What this release writes and reads. */
    public static final String FORMAT = "stint-backup-1";

    /** Refuses what is missing. */
    public BackupHeader {
        Objects.requireNonNull(format, "format is missing");
        Objects.requireNonNull(site, "site is missing");
        Objects.requireNonNull(generation, "generation is missing");
    }
}
