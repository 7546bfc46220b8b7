package stint.wire.protocol;

/**
 * What the server knows of backups now.
 *
 * @param safe up to this position a finished backup of this life holds the feed; 0 for nowhere
 */
public record BackupReply(long safe) {}
