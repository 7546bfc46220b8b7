/** What the page of jobs shows of what the server answers. */
@NullMarked
package stint.station.desk.jobs;

import org.jspecify.annotations.NullMarked;
