/**
 * Given, when, then: the rules of the floor through decide and fold, with no store and no network.
 */
@NullMarked
package stint.domain;

import org.jspecify.annotations.NullMarked;
