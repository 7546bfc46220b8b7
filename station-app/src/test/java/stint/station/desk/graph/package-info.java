@NullMarked
package stint.station.desk.graph;

import org.jspecify.annotations.NullMarked;
