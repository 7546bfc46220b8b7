/** The demo: server, benches and board on one machine, and a day of the floor played on them. */
@NullMarked
package stint.installer.demo;

import org.jspecify.annotations.NullMarked;
