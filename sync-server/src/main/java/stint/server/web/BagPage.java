package stint.server.web;

import org.jspecify.annotations.Nullable;

import stint.server.trace.PublicSerial;

import java.util.List;

/**
 * The customer's page of one piece, finished.
 *
 * @param texts its words
 * @param title what the piece is
 * @param brand whose; empty where nobody says
 * @param serial its number
 * @param state a {@link PublicSerial.State} in small letters, for the style sheet
 * @param lead what it says first
 * @param steps the steps, for what is made by hand
 * @param total all minutes in words; empty where there are none
 * @param completed the day it was completed; empty before
 * @param batch the batch; empty for what is made by hand
 * @param languages where the same is in other languages
 */
public record BagPage(
        WebTexts texts,
        String title,
        String brand,
        String serial,
        String state,
        String lead,
        List<Step> steps,
        String total,
        String completed,
        String batch,
        List<Link> languages) {

    private static final String MEASURED = "measured";

    /** Copies the lists. */
    public BagPage {
        steps = List.copyOf(steps);
        languages = List.copyOf(languages);
    }

    /**
     * One step.
     *
     * @param artisan who, in words
     * @param when from when to when
     * @param minutes how long, in words
     * @param grade how that is known; empty where it was measured
     */
    public record Step(String name, String artisan, String when, String minutes, String grade) {}

    /** The same page in another language. */
    public record Link(Language language, String address) {}

    /** The page of a piece. */
    public static BagPage of(PublicSerial piece, WebTexts texts, List<Link> languages) {
        String brand = piece.brand() == null ? "" : piece.brand();
        double minutes = piece.steps().stream().mapToDouble(PublicSerial.Step::minutes).sum();
        boolean measured = piece.steps().stream().allMatch(step -> step.grade().equals(MEASURED));
        return new BagPage(
                texts,
                piece.product() == null ? texts.text("bag.piece") : piece.product(),
                brand,
                piece.serial(),
                piece.state().name().toLowerCase(java.util.Locale.ROOT),
                lead(piece, texts),
                piece.steps().stream().map(step -> step(step, texts)).toList(),
                piece.steps().isEmpty()
                        ? ""
                        : texts.text(
                                measured ? "bag.total" : "bag.total.about", length(minutes, texts)),
                piece.completed() == null ? "" : texts.date(piece.completed()),
                piece.batch() == null ? "" : piece.batch(),
                languages);
    }

    private static String lead(PublicSerial piece, WebTexts texts) {
        return switch (piece.state()) {
            case SCRAPPED -> texts.text("bag.scrapped");
            case IN_WORK -> texts.text("bag.in_work");
            case COMPLETE -> texts.text(piece.handcrafted() ? "bag.by_hand" : "bag.made");
        };
    }

    private static Step step(PublicSerial.Step step, WebTexts texts) {
        return new Step(
                step.name(),
                step.artisan() == null ? texts.text("bag.somebody") : step.artisan(),
                when(step, texts),
                length(step.minutes(), texts),
                step.grade().equals(MEASURED)
                        ? ""
                        : texts.textOr("grade." + step.grade(), "grade.other", step.grade()));
    }

    private static String when(PublicSerial.Step step, WebTexts texts) {
        String from = texts.date(step.from());
        String to = texts.date(step.to());
        String end = from.equals(to) ? texts.clock(step.to()) : to + ", " + texts.clock(step.to());
        return texts.text("bag.when", from + ", " + texts.clock(step.from()), end);
    }

    private static String length(double minutes, WebTexts texts) {
        long whole = Math.max(1, Math.round(minutes));
        return whole < 60
                ? texts.text("bag.minutes", whole)
                : texts.text("bag.hours", whole / 60, whole % 60);
    }

    /** What asks for the code on the label. */
    public record Ask(WebTexts texts, String serial, boolean wrong, @Nullable String address) {}
}
