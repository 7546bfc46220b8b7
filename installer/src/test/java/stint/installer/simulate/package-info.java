@NullMarked
package stint.installer.simulate;

import org.jspecify.annotations.NullMarked;
