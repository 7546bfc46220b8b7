/**
 * The rules of a task and its operator sessions (DOMAIN OS, PR, SN): sessions, tolerance, commands,
 * {@code decide}.
 */
@NullMarked
package stint.domain.work;

import org.jspecify.annotations.NullMarked;
