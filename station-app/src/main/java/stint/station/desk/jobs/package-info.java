/** The jobs: which there are, what became of them, and new ones of the atelier. */
@NullMarked
package stint.station.desk.jobs;

import org.jspecify.annotations.NullMarked;
