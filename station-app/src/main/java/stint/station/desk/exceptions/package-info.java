/** What a person should look at: acknowledged and corrected by supervisors (EX-1, EX-2). */
@NullMarked
package stint.station.desk.exceptions;

import org.jspecify.annotations.NullMarked;
