/** What a person may set: by file, by environment, by command line. */
@NullMarked
package stint.installer.config;

import org.jspecify.annotations.NullMarked;
