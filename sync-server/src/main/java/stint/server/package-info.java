/** The sync-server of one site: takes in, orders, folds, and tells. */
@NullMarked
package stint.server;

import org.jspecify.annotations.NullMarked;
