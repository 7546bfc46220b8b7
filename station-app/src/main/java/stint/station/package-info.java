@NullMarked
package stint.station;

import org.jspecify.annotations.NullMarked;
