package stint.board;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Everything the board shows at one moment, with its texts finished; {@link BoardScreens} makes it,
 * a window or a web page draws it. Immutable.
 *
 * @param title the site
 * @param clock the time of day
 * @param date the day
 * @param filter what part of the floor it shows, in words; empty for all
 * @param since since when the totals count, in words; empty where the server does not say
 * @param good good pieces of this shift, with their word
 * @param scrap scrapped pieces of this shift, with their word; empty when there are none
 * @param cards the cards of this page, by place; null where a place is empty
 * @param page which page this is, from 0
 * @param pages how many there are, at least 1
 * @param benches the stations
 * @param alerts what a person should look at, newest first; those of this turn
 * @param alertCount how many there are in all
 * @param notice the words in place of cards, when there are none; else empty
 * @param stale what to say about the age of all this; null while it is live
 */
public record BoardScreen(
        String title,
        String clock,
        String date,
        String filter,
        String since,
        String good,
        String scrap,
        List<@Nullable Card> cards,
        int page,
        int pages,
        List<Bench> benches,
        List<Alert> alerts,
        int alertCount,
        String notice,
        @Nullable String stale) {

    /** Copies the collections; the cards' list may hold nulls. */
    public BoardScreen {
        cards = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(cards));
        benches = List.copyOf(benches);
        alerts = List.copyOf(alerts);
    }

    /**
     * How much something asks for a look. Never shown by colour alone: a word or a sign says it
     * too.
     */
    public enum Mark {
        /** As it should be. */
        CALM,
        /** Soon worth a look. */
        WATCH,
        /** Wrong now. */
        ALARM
    }

    /**
     * One job.
     *
     * @param oem whether the line is OEM; its badge has another shape
     * @param due when it is due, in words; empty when it has no date
     * @param dueMark late is an alarm
     * @param steps how many of its tasks are done, in words
     * @param rows its tasks, those in work first to be kept when not all fit
     * @param done whether all is done
     * @param unheard which bench at work on it is not heard, in words (PR-6); empty when all are
     */
    public record Card(
            String ticket,
            String name,
            String line,
            boolean oem,
            String due,
            Mark dueMark,
            String steps,
            List<Row> rows,
            boolean done,
            String unheard) {

        /** Copies the rows. */
        public Card {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One task of a job.
     *
     * @param good good pieces
     * @param target pieces wanted
     * @param progress good over target, 0 to 1
     * @param active who works on it, in words; empty for nobody
     * @param paused who pauses, in words; empty for nobody
     * @param scrap scrapped pieces, with their word; empty for none
     * @param over pieces beyond the tolerance, in words; empty for none
     * @param state done, or waiting, in words; empty while in work
     */
    public record Row(
            String name,
            String good,
            String target,
            double progress,
            boolean done,
            String active,
            String paused,
            String scrap,
            String over,
            String state) {}

    /**
     * One station.
     *
     * @param text while it is heard, what it does and for how long, where somebody said so, else
     *     empty; once it is not, when it was last heard
     */
    public record Bench(String code, String text, Mark mark) {}

    /** One exception, or how many there are besides. */
    public record Alert(String text) {}
}
