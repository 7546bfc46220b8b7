/** Guided work: SOPs, and the work sessions that run them step by step (DOMAIN §8). */
@NullMarked
package stint.domain.sop;

import org.jspecify.annotations.NullMarked;
