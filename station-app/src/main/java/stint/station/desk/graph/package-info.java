/** Graphs of operations drawn from one side to the other, arrows between the boxes. */
@NullMarked
package stint.station.desk.graph;

import org.jspecify.annotations.NullMarked;
