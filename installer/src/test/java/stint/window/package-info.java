/**
 * A kiosk in a real window on a real display, worked by keys and clicks from outside its process.
 */
@NullMarked
package stint.window;

import org.jspecify.annotations.NullMarked;
