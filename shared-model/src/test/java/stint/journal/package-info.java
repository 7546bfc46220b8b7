/** What the journal keeps, and what it says of what it can't keep. */
@NullMarked
package stint.journal;

import org.jspecify.annotations.NullMarked;
