@NullMarked
package stint.installer.config;

import org.jspecify.annotations.NullMarked;
