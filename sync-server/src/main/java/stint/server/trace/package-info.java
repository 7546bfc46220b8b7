/**
 * What leaves the floor with a piece: the customer's page, its code and label, and the exports that
 * other systems read (TR-1, DOMAIN "Standards spoken"). Pure functions of a picture of the floor.
 */
@NullMarked
package stint.server.trace;

import org.jspecify.annotations.NullMarked;
