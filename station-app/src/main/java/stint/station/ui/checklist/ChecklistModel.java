package stint.station.ui.checklist;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.plan.Checklist;
import stint.domain.plan.Checklist.Ask;
import stint.domain.plan.Checklist.Item;
import stint.domain.plan.Operator;
import stint.domain.work.StationCommand;
import stint.station.core.Outcome;
import stint.station.ui.bench.Bench;
import stint.station.ui.bench.CommandSlot;
import stint.station.ui.bench.Dialog;
import stint.station.ui.bench.Dialog.Write.Kind;
import stint.station.ui.bench.Place;
import stint.station.ui.bench.Problem;
import stint.station.ui.checklist.ChecklistView.Row;
import stint.station.ui.kit.Order;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Shown;
import stint.station.ui.kit.Texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A checklist's state and intents (ST-2). On the FX thread only. */
public final class ChecklistModel implements ScreenModel {

    /** Items on a page: what a small panel has room for, and a digit is enough to name. */
    private static final int PER_PAGE = 5;

    private final Bench bench;
    private final Operator operator;
    private final ChecklistKind kind;
    private final String farewell;
    private final Checklist checklist;
    private final String station;
    private final CommandSlot slot;
    private final Map<String, String> answers = new HashMap<>();
    private final Shown<ChecklistView> view;
    private int page;
    private boolean asked;
    private @Nullable Problem problem;

    /** The checklist that is due for whoever is logged in. */
    public ChecklistModel(Bench bench, Place.AtChecklist place) {
        this.bench = bench;
        this.operator = place.operator();
        this.kind = place.kind();
        this.farewell = place.farewell();
        stint.domain.work.Place where = bench.core().state().place();
        this.checklist = where.due(operator.code(), kind);
        this.station =
                where.session(operator.code())
                        .map(session -> session.station().value())
                        .orElse(bench.core().station().value());
        this.slot = bench.slot();
        this.view = new Shown<>(this::draw);
        slot.busy().addListener(property -> refresh());
    }

    /** What to show. */
    public Shown<ChecklistView> view() {
        return view;
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    private ChecklistView draw() {
        Texts texts = bench.texts();
        List<Item> items = checklist.items();
        int pages = Math.max(1, Math.ceilDiv(items.size(), PER_PAGE));
        page = Math.clamp(page, 0, pages - 1);
        List<Row> rows = new ArrayList<>();
        for (Item item : onPage()) {
            rows.add(row(item, rows.size() + 1, texts));
        }
        boolean opening = kind == ChecklistKind.OPENING;
        long asking = items.stream().filter(item -> item.ask() != Ask.NOTHING).count();
        long answered = items.stream().filter(item -> answers.containsKey(item.key())).count();
        return new ChecklistView(
                texts.text(opening ? "check.opening" : "check.closing", station),
                asking == 0 ? "" : texts.text("check.progress", answered, asking),
                rows,
                page,
                pages,
                checklist.missing(answers).isEmpty(),
                texts.text(opening ? "check.begin" : "check.leave"),
                slot.busy().get(),
                problem);
    }

    private List<Item> onPage() {
        return checklist.items().stream().skip((long) page * PER_PAGE).limit(PER_PAGE).toList();
    }

    private Row row(Item item, int number, Texts texts) {
        String answer = answers.getOrDefault(item.key(), "");
        boolean done = item.ask() == Ask.NOTHING || !answer.isEmpty();
        boolean missing = asked && !item.accepts(answers.get(item.key()));
        String note =
                item.required() || item.ask() == Ask.NOTHING ? "" : texts.text("check.optional");
        return new Row(
                item.key(),
                number,
                item.label(texts.language()),
                item.ask(),
                item.ask() == Ask.TICK ? "" : answer,
                done,
                missing,
                note);
    }

    /** An item was tapped: ticked, or to be written. */
    public void answer(String key) {
        checklist.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .ifPresent(this::answer);
    }

    private void answer(Item item) {
        switch (item.ask()) {
            case NOTHING -> {
                // It is read.
            }
            case TICK -> put(item, answers.containsKey(item.key()) ? "" : Item.TICKED);
            case TEXT -> write(item, Kind.WORDS);
            case NUMBER -> write(item, Kind.MEASURE);
        }
    }

    private void write(Item item, Kind kind) {
        bench.ask(
                new Dialog.Write(
                        item.label(bench.texts().language()),
                        kind,
                        answers.getOrDefault(item.key(), ""),
                        bench.texts().text("write.ok"),
                        text -> put(item, text)));
    }

    private void put(Item item, String answer) {
        if (answer.isEmpty()) {
            answers.remove(item.key());
        } else {
            answers.put(item.key(), answer);
        }
        problem = null;
        if (!item.accepts(answers.get(item.key())) && !answer.isEmpty()) {
            answers.remove(item.key());
            say(new Problem(bench.texts().text("check.number"), "CHECKLIST_INCOMPLETE"));
        }
        refresh();
    }

    private void say(Problem wrong) {
        problem = wrong;
        bench.refused();
        refresh();
    }

    /** Submits it, if nothing required is missing; else shows what is. */
    public void submit() {
        List<Item> missing = checklist.missing(answers);
        if (!missing.isEmpty()) {
            asked = true;
            page = checklist.items().indexOf(missing.getFirst()) / PER_PAGE;
            String words = bench.texts().text("problem.checklist.incomplete");
            say(new Problem(words, "CHECKLIST_INCOMPLETE"));
            return;
        }
        slot.submit(new StationCommand.SubmitChecklist(operator.code(), kind, answers), this::take);
    }

    private void take(Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded recorded -> {
                if (kind == ChecklistKind.OPENING) {
                    bench.attendance().proceed(operator);
                } else {
                    bench.attendance().leave(operator, farewell);
                }
            }
            case Outcome.Refused refused -> say(Problem.of(refused.refusal(), bench.texts()));
            case Outcome.Failed failed -> say(Problem.ofFailure(failed.code(), bench.texts()));
        }
    }

    /** Another page. */
    public void turn(int by) {
        page += by;
        refresh();
    }

    /** Not now: the list may be read, and work waits. */
    public void later() {
        bench.toQueue(operator);
    }

    @Override
    public boolean ordered(Order order) {
        if (order == Order.Act.NEXT) {
            turn(1);
            return true;
        }
        return ScreenModel.super.ordered(order);
    }

    @Override
    public void typed(String characters) {
        if (characters.matches("[1-9]")) {
            onPage().stream()
                    .skip(Integer.parseInt(characters) - 1L)
                    .findFirst()
                    .ifPresent(this::answer);
        }
    }

    @Override
    public void enter() {
        submit();
    }

    @Override
    public void back() {
        later();
    }
}
