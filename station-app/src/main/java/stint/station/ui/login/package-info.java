/** Who are you, and your PIN (ST-1). */
@NullMarked
package stint.station.ui.login;

import org.jspecify.annotations.NullMarked;
