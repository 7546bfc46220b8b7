/** Who somebody is, and the PIN that proves it: wherever that is asked. */
@NullMarked
package stint.station.ui.signin;

import org.jspecify.annotations.NullMarked;
