@NullMarked
package stint.sql;

import org.jspecify.annotations.NullMarked;
