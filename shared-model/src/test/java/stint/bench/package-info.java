/** Benchmarks of the fold on a whole site's history; see {@code shared-model/docs/fold.md}. */
@NullMarked
package stint.bench;

import org.jspecify.annotations.NullMarked;
