@NullMarked
package stint.station.desk.routing;

import org.jspecify.annotations.NullMarked;
