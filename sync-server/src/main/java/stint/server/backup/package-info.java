/** Backups: all events of a site in one file, which any store can be filled from. */
@NullMarked
package stint.server.backup;

import org.jspecify.annotations.NullMarked;
