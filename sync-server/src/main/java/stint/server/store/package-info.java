/**
 * What the server keeps: the journal, which is the truth, and the H2 index behind it, which answers
 * questions.
 */
@NullMarked
package stint.server.store;

import org.jspecify.annotations.NullMarked;
