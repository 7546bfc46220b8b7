/** Tells stations and boards what has been stored, in dense positions, and that there is news. */
@NullMarked
package stint.server.feed;

import org.jspecify.annotations.NullMarked;
