/** The desk in front of a real server, driven as by a person. */
@NullMarked
package stint.desk;

import org.jspecify.annotations.NullMarked;
