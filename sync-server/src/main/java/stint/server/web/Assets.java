package stint.server.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The files that pages are made of besides themselves. Each is read once, and named in pages with a
 * word of its content, so that a browser keeps it for ever and never keeps an old one. Immutable;
 * any thread.
 */
public final class Assets {

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String OWN = "/stint/server/web/";

    private static final Map<String, String> SOURCES =
            Map.of(
                    "htmx.js", WEBJARS + "htmx.org/2.0.4/dist/htmx.min.js",
                    "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js",
                    "board.js", OWN + "board.js",
                    "base.css", OWN + "base.css",
                    "board.css", OWN + "board.css",
                    "bag.css", OWN + "bag.css",
                    "desk.css", OWN + "desk.css",
                    "label.css", OWN + "label.css",
                    "sans.ttf", "/fonts/ttf/Kurinto/KurintoSans-Rg.ttf",
                    "sans-bold.ttf", "/fonts/ttf/Kurinto/KurintoSans-Bd.ttf");

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "ttf", "font/ttf");

    private static final Map<String, Asset> ALL = all();

    private Assets() {}

    /**
     * A file.
     *
     * @param version a word of its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares files; nobody changes them.
    public record Asset(String type, String version, byte[] bytes) {}

    /** The file of a name; absent where there is none. */
    public static @Nullable Asset get(String name) {
        return ALL.get(name);
    }

    /** Where a page finds a file. */
    public static String at(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no such file: " + name);
        }
        return "/assets/" + name + "?v=" + asset.version();
    }

    private static Map<String, Asset> all() {
        Map<String, Asset> assets = new java.util.HashMap<>();
        // Style sheets name the fonts, so the fonts come first.
        SOURCES.keySet().stream()
                .sorted((one, other) ->
                        Boolean.compare(one.endsWith(".css"), other.endsWith(".css")))
                .forEach(name -> assets.put(name, read(name, assets)));
        return Map.copyOf(assets);
    }

    private static Asset read(String name, Map<String, Asset> before) {
        byte[] bytes = bytes(String.valueOf(SOURCES.get(name)));
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals("css")) {
            String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            for (Map.Entry<String, Asset> font : before.entrySet()) {
                text =
                        text.replace(
                                "\"" + font.getKey() + "\"",
                                "\"/assets/"
                                        + font.getKey()
                                        + "?v="
                                        + font.getValue().version()
                                        + "\"");
            }
            bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        return new Asset(String.valueOf(TYPES.get(ending)), version(bytes), bytes);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word that differs when the content does. */
    public static String tag(byte[] bytes) {
        return version(bytes);
    }

    /** A short word that differs when the content does. */
    private static String version(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
