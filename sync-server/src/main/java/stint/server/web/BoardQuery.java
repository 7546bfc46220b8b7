package stint.server.web;

import org.jspecify.annotations.Nullable;

import stint.board.BoardFilter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the address of a board asks for.
 *
 * @param filter the part of the floor
 * @param language its language
 * @param theme {@code dark}, {@code light}, or empty for what the browser prefers
 * @param page the page to stay at, from 1; absent where pages turn by themselves
 */
public record BoardQuery(
        BoardFilter filter, Language language, String theme, @Nullable Integer page) {

    private static final int TEXT_MAX = 60;

    /** Shortens what nobody types; an unknown theme is none. */
    public BoardQuery {
        filter = new BoardFilter(cut(filter.line()), cut(filter.area()), cut(filter.job()));
        theme = theme.equals("dark") || theme.equals("light") ? theme : "";
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    /** As it stands in an address, from the question mark on. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add("lang=" + language.tag());
        add(parts, "line", filter.line());
        add(parts, "area", filter.area());
        add(parts, "job", filter.job());
        add(parts, "theme", theme.isEmpty() ? null : theme);
        add(parts, "page", page == null ? null : page.toString());
        return "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /** The same in another language. */
    public BoardQuery in(Language other) {
        return new BoardQuery(filter, other, theme, page);
    }

    /** The same at a page, or turning. */
    public BoardQuery at(@Nullable Integer other) {
        return new BoardQuery(filter, language, theme, other);
    }

    /** The same in another theme. */
    public BoardQuery lit(String other) {
        return new BoardQuery(filter, language, other, page);
    }
}
