package stint.server.web;

import stint.board.BoardScreen;

import java.util.List;

/**
 * The web board, finished; the templates {@code board} and {@code boardBody} draw it.
 *
 * @param screen what it shows
 * @param query what was asked for
 * @param texts its words
 * @param lines the lines to choose from
 * @param areas the parts of the floor to choose from
 * @param nextPage for a browser without scripts, which reads the page anew: the page after this one
 * @param machineTime the time of all this, for machines
 */
public record BoardPage(
        BoardScreen screen,
        BoardQuery query,
        WebTexts texts,
        List<String> lines,
        List<String> areas,
        int nextPage,
        long machineTime) {

    /** Copies the lists. */
    public BoardPage {
        lines = List.copyOf(lines);
        areas = List.copyOf(areas);
    }

    /** The address of its stream. */
    public String stream() {
        return "/board/live" + query.text();
    }

    /** Where a page's number leads. */
    public String page(int number) {
        return "/board" + query.at(number).text();
    }

    /** Where pages turn by themselves again. */
    public String turning() {
        return "/board" + query.at(null).text();
    }

    /** How far a row has come, 0 to 100. */
    public static int percent(BoardScreen.Row row) {
        return (int) Math.floor(Math.clamp(row.progress(), 0, 1) * 100);
    }

    /** The mark as a class of the style sheet. */
    public static String mark(BoardScreen.Mark mark) {
        return switch (mark) {
            case CALM -> "calm";
            case WATCH -> "watch";
            case ALARM -> "alarm";
        };
    }
}
