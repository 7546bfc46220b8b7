/** What the office is shown and hands in: views of the plan, imports of orders. Pure. */
@NullMarked
package stint.server.office;

import org.jspecify.annotations.NullMarked;
