/** Who and what is there: operators, stations, jobs and their tasks, as the floor knows them. */
@NullMarked
package stint.domain.plan;

import org.jspecify.annotations.NullMarked;
