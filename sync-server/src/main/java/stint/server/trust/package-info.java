/** Who may do what at the server: keys, signatures, sessions, enrolment (SY-4). */
@NullMarked
package stint.server.trust;

import org.jspecify.annotations.NullMarked;
