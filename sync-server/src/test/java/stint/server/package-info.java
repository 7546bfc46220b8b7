@NullMarked
package stint.server;

import org.jspecify.annotations.NullMarked;
