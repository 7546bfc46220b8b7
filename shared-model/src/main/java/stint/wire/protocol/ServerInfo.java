package stint.wire.protocol;

import java.util.Objects;

/**
 * What server this is.
 *
 * @param site the site it serves
 * @param generation which life of its store this is
 * @param position the feed's last position
 * @param version the release
 * @param protocol the newest protocol it speaks
 * @param serverTimeMs its clock, milliseconds since 1970 UTC
 */
public record ServerInfo(
        String site,
        String generation,
        long position,
        String version,
        int protocol,
        long serverTimeMs) {

    /** Refuses what is missing. */
    public ServerInfo {
        Objects.requireNonNull(site, "site is missing");
        Objects.requireNonNull(generation, "generation is missing");
    }
}
