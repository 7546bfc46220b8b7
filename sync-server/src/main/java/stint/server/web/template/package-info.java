/** The templates of {@code src/main/jte}, as the build made them into Java; nobody edits them. */
@NullMarked
package stint.server.web.template;

import org.jspecify.annotations.NullMarked;
