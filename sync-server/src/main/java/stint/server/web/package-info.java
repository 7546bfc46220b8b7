/**
 * The pages people open in a browser: what they show, in words, and how it is drawn. Nothing here
 * knows HTTP but what a page must say in its head.
 */
@NullMarked
package stint.server.web;

import org.jspecify.annotations.NullMarked;
