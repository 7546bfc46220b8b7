package stint.station.desk;

import stint.station.ui.kit.Texts;
import stint.wire.planning.RefusalView;
import stint.wire.protocol.Problem;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a page works with: the server, the words, who sits there, and the line that says what became
 * of it. On the FX thread only.
 */
public final class Desk {

    private final DeskClient client;
    private final Texts texts;
    private final DeskPerson person;
    private final InstantSource clock;
    private final Consumer<Notice> notices;
    private final BiConsumer<String, String> opener;

    Desk(
            DeskClient client,
            Texts texts,
            DeskPerson person,
            InstantSource clock,
            Consumer<Notice> notices,
            BiConsumer<String, String> opener) {
        this.client = client;
        this.texts = texts;
        this.person = person;
        this.clock = clock;
        this.notices = notices;
        this.opener = opener;
    }

    /** The server. */
    public DeskClient client() {
        return client;
    }

    /** The words of a page's package above the desk's own. */
    public Texts texts(Class<?> page) {
        return DeskTexts.in(page, texts.locale(), texts.zone());
    }

    /** The words that all pages share. */
    public Texts texts() {
        return texts;
    }

    /** Who sits there. */
    public DeskPerson person() {
        return person;
    }

    /** What time it is. */
    public InstantSource clock() {
        return clock;
    }

    /** Says that something was done. */
    public void done(String text) {
        notices.accept(new Notice(Notice.Tone.DONE, List.of(text), ""));
    }

    /**
     * Says that something is not as it should be, or not as it was.
     *
     * @param text what
     * @param lines each thing about it
     */
    public void look(String text, List<String> lines) {
        notices.accept(
                new Notice(
                        Notice.Tone.LOOK,
                        Stream.concat(Stream.of(text), lines.stream()).toList(),
                        ""));
    }

    /**
     * Says why something was not done: all that the server found wrong, what changed meanwhile, or
     * that it can't be reached. Says nothing of what went well.
     */
    public void say(Reply<?> reply) {
        switch (reply) {
            case Reply.Ok<?> ok -> {}
            case Reply.Unreachable<?> gone ->
                    notices.accept(new Notice(Notice.Tone.WRONG, words(reply), "UNREACHABLE"));
            case Reply.Stale<?>(Problem problem) ->
                    notices.accept(new Notice(Notice.Tone.LOOK, words(reply), code(problem)));
            case Reply.Refused<?>(Problem problem) ->
                    notices.accept(new Notice(Notice.Tone.WRONG, words(reply), code(problem)));
        }
    }

    /** The same in words, a line for each thing that is wrong; empty where nothing is. */
    public List<String> words(Reply<?> reply) {
        return switch (reply) {
            case Reply.Ok<?> ok -> List.of();
            case Reply.Unreachable<?> gone -> List.of(texts.text("problem.unreachable"));
            case Reply.Stale<?>(Problem problem) -> words(problem, reply.refusals());
            case Reply.Refused<?>(Problem problem) -> words(problem, reply.refusals());
        };
    }

    private List<String> words(Problem problem, List<RefusalView> refusals) {
        if (!refusals.isEmpty()) {
            return refusals.stream().map(this::line).toList();
        }
        try {
            return List.of(texts.text("problem." + problem.code()));
        } catch (MissingResourceException e) {
            return List.of(texts.text("problem.other", problem.detail()));
        }
    }

    private String line(RefusalView refusal) {
        Integer line = refusal.line();
        return line == null ? refusal.text() : texts.text("problem.line", line, refusal.text());
    }

    private static String code(Problem problem) {
        return problem.code().toUpperCase(Locale.ROOT);
    }

    /** Does something later on the FX thread; any thread may call it. */
    public void later(Runnable task) {
        client.later(task);
    }

    /** Says nothing any more. */
    public void quiet() {
        notices.accept(new Notice(Notice.Tone.DONE, List.of(), ""));
    }

    /**
     * Opens a page.
     *
     * @param page its key
     * @param what the thing to look at; empty for none
     */
    public void open(String page, String what) {
        opener.accept(page, what);
    }
}
