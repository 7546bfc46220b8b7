@NullMarked
package stint.architecture;

import org.jspecify.annotations.NullMarked;
