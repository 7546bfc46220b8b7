@NullMarked
package stint.installer.scenario;

import org.jspecify.annotations.NullMarked;
