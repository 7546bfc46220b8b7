package stint.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/**
 * Draws pages from the templates of {@code src/main/jte}, which the build made into Java. A
 * template takes one finished model and decides nothing. Any thread.
 */
public final class Pages {

    private static final TemplateEngine ENGINE = engine();

    private Pages() {}

    private static TemplateEngine engine() {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        Pages.class.getClassLoader(),
                        "stint.server.web.template");
        engine.setTrimControlStructures(true);
        return engine;
    }

    /**
     * The page, in UTF-8.
     *
     * @param template its name, without the ending
     */
    public static byte[] draw(String template, Object model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", model, output);
        return output.toByteArray();
    }
}
