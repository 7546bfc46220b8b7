@NullMarked
package stint.installer.database;

import org.jspecify.annotations.NullMarked;
