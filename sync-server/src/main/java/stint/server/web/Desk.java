package stint.server.web;

import org.jspecify.annotations.Nullable;

import stint.board.BoardScreens;
import stint.board.BoardTexts;
import stint.domain.event.Event;
import stint.domain.event.EventId;
import stint.domain.event.PlanFact;
import stint.domain.event.WorkFact;
import stint.domain.office.Versions;
import stint.domain.plan.Operator;
import stint.domain.plan.Reason;
import stint.domain.work.Floor;
import stint.server.board.Views;
import stint.server.reconcile.Picture;
import stint.wire.EventCodec;
import stint.wire.protocol.ExceptionView;

import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Makes the desk's page: a pure function of the floor with its log (EX-1, EX-2). */
public final class Desk {

    private final Floor floor;
    private final WebTexts texts;
    private final BoardScreens words;

    private Desk(Floor floor, WebTexts texts, ZoneId zone) {
        this.floor = floor;
        this.texts = texts;
        words =
                new BoardScreens(
                        new BoardTexts(texts.language().locale(), zone), URI.create("stint:board"));
    }

    /**
     * What a page asks for.
     *
     * @param all those looked at, too
     * @param type one kind alone; empty for all
     */
    public record Asked(boolean all, String type) {}

    /**
     * The page.
     *
     * @param picture the floor that its exceptions are of
     * @param floor the same with its log
     * @param person who is signed in and supervises; absent for whoever only reads
     */
    public static DeskPage page(
            Picture picture,
            Floor floor,
            WebTexts texts,
            ZoneId zone,
            Asked asked,
            @Nullable Operator person,
            String proof,
            String problem) {
        Desk desk = new Desk(floor, texts, zone);
        List<ExceptionView> every =
                Views.exceptions(picture).stream()
                        .filter(view -> asked.all() || view.acknowledged() == null)
                        .toList()
                        .reversed();
        List<ExceptionView> shown =
                every.stream()
                        .filter(view -> asked.type().isEmpty() || view.type().equals(asked.type()))
                        .toList();
        return new DeskPage(
                texts,
                person == null ? "" : person.name(),
                proof,
                asked.all(),
                asked.type(),
                every.stream()
                        .map(ExceptionView::type)
                        .distinct()
                        .sorted()
                        .map(type -> new DeskPage.Kind(type, desk.kind(type)))
                        .toList(),
                shown.stream().limit(DeskPage.ITEMS_MAX).map(desk::item).toList(),
                Math.max(0, shown.size() - DeskPage.ITEMS_MAX),
                problem);
    }

    private String kind(String type) {
        return texts.textOr("kind." + type, "kind.other", type);
    }

    private DeskPage.Item item(ExceptionView view) {
        ExceptionView.Looked looked = view.acknowledged();
        List<Event> claims =
                view.claims().stream()
                        .map(EventId::parse)
                        .flatMap(id -> floor.event(id).stream())
                        .toList();
        String rule = view.rule();
        return new DeskPage.Item(
                view.key() == null ? "" : view.key(),
                words.alert(view, task(view)),
                rule == null ? kind(view.type()) : kind(view.type()) + " · " + rule,
                claims.isEmpty() ? "" : texts.moment(claims.getLast().time()),
                claims.isEmpty()
                        ? view.claims().stream().map(Desk::unread).toList()
                        : claims.stream().map(this::claim).toList(),
                looked == null
                        ? ""
                        : texts.text("desk.looked", looked.name(), texts.moment(looked.at())),
                looked == null ? "" : looked.note(),
                Objects.requireNonNullElse(view.version(), ""));
    }

    private String task(ExceptionView view) {
        String task = view.task();
        if (task == null) {
            return "";
        }
        String ticket = task.substring(0, Math.max(0, task.lastIndexOf('/')));
        String step = view.taskName() == null ? task : view.taskName();
        return floor.job(ticket).map(job -> job.name() + " · " + step).orElse(task);
    }

    private static DeskPage.Claim unread(String event) {
        return new DeskPage.Claim(event, "", false, null, false, "");
    }

    private DeskPage.Claim claim(Event event) {
        boolean voided = floor.voided(event.id());
        boolean byNumber =
                event.fact() instanceof WorkFact.Counted counted && counted.serials().isEmpty();
        return new DeskPage.Claim(
                event.id().toString(),
                texts.text(
                        "desk.claim",
                        texts.moment(event.time()),
                        who(event),
                        did(event),
                        event.station().value()),
                voided,
                byNumber && !voided ? Long.valueOf(floor.quantity(event)) : null,
                !voided && !(event.fact() instanceof PlanFact) && event.operator() != null,
                Versions.of(floor, event));
    }

    private static int quantity(Event event) {
        return event.fact() instanceof WorkFact.Counted counted ? counted.quantity() : 0;
    }

    private String who(Event event) {
        return event.operator() == null
                ? event.station().value()
                : floor.operator(event.operator())
                        .map(Operator::name)
                        .orElse(event.operator().value());
    }

    private String did(Event event) {
        String type = EventCodec.type(event.fact());
        String what = texts.textOr("did." + type, "did.other", quantity(event), type);
        if (event.fact() instanceof WorkFact.Counted counted && !counted.serials().isEmpty()) {
            what += " " + counted.serials();
        }
        if (event.fact() instanceof WorkFact.Scrapped scrapped) {
            what += " (" + reason(scrapped.reason()) + ")";
        }
        return what;
    }

    private String reason(String code) {
        return Arrays.stream(Reason.Kind.values())
                .flatMap(kind -> floor.reasons(kind).stream())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(reason -> reason.label(texts.language().tag()))
                .orElse(code);
    }
}
