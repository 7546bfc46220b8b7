@NullMarked
package stint.installer;

import org.jspecify.annotations.NullMarked;
