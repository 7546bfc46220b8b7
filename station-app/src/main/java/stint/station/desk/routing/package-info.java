/** Routings: drawn as a graph, looked over while they are drawn, saved, published (DP-1, DP-2). */
@NullMarked
package stint.station.desk.routing;

import org.jspecify.annotations.NullMarked;
