/** Folds what all stations recorded into one floor, and hands out immutable pictures of it. */
@NullMarked
package stint.server.reconcile;

import org.jspecify.annotations.NullMarked;
