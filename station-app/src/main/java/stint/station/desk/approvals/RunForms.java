package stint.station.desk.approvals;

import javafx.scene.control.ComboBox;

import stint.domain.sop.Step;
import stint.domain.sop.StepItem;
import stint.station.desk.Desk;
import stint.station.desk.DeskClient;
import stint.station.desk.Reply;
import stint.station.desk.kit.Choice;
import stint.station.desk.kit.Form;
import stint.station.ui.kit.Texts;
import stint.wire.protocol.RunRequest;
import stint.wire.protocol.WorkSessionView;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Approves a run, and says how a step of it is to be taken (SOP-4, SOP-5). Each names the version
 * that was seen. On the FX thread only.
 */
final class RunForms {

    private static final String BETWEEN = "/";

    private final Desk desk;
    private final Texts texts;
    private final Form approving;
    private final Form overriding;
    private final ComboBox<Choice> question;
    private final Consumer<Reply<WorkSessionView>> answered;

    /**
     * @param answered is told what became of it, also where it is said in a form already
     */
    RunForms(Desk desk, Consumer<Reply<WorkSessionView>> answered) {
        this.desk = desk;
        this.texts = desk.texts(RunForms.class);
        this.answered = answered;
        approving = new Form(texts, "approve", "", texts.text("approve.ok"));
        approving.text("note", texts.text("approve.note"), "");
        overriding = new Form(texts, "override", "", texts.text("override.ok"));
        question = overriding.choice("question", texts.text("override.question"), "");
        overriding.text("answer", texts.text("override.answer"), texts.text("override.hint"));
        overriding.text("reason", texts.text("override.reason"), "");
    }

    List<Form> forms() {
        return List.of(approving, overriding);
    }

    void close() {
        forms().forEach(Form::close);
    }

    /** Names what is approved, and that nothing changes it any more. */
    void approve(RunStory story) {
        close();
        WorkSessionView run = story.run();
        approving.clear();
        approving.heading(
                texts.text(
                        "approve.title",
                        run.sopTitle(),
                        run.sopVersion(),
                        story.name(run.workerId()),
                        run.taskId() == null ? texts.text("run.no.task") : run.taskId()));
        approving.hint("note", texts.text("approve.hint", run.stepsPassed(), run.stepsTotal()));
        approving.open(() ->
                send(
                        run,
                        "approve",
                        new RunRequest(
                                null,
                                null,
                                null,
                                null,
                                approving.value("note"),
                                null,
                                run.version()),
                        approving));
    }

    void override(RunStory story) {
        close();
        WorkSessionView run = story.run();
        overriding.clear();
        overriding.heading(
                texts.text("override.title", run.sopTitle(), story.name(run.workerId())));
        List<Choice> questions = questions(story);
        question.setOnAction(event -> fill(story));
        question.getItems().setAll(questions);
        question.setValue(firstFailed(story, questions));
        overriding.open(() -> {
            if (overriding.lacks("question", texts.text("override.which"))
                    || overriding.lacks("reason", texts.text("form.why"))) {
                return;
            }
            String[] which = overriding.words("question").split(BETWEEN, 2);
            Map<String, String> answers = new HashMap<>(standing(story, which[0]));
            if (which.length > 1) {
                answers.put(which[1], overriding.words("answer"));
            }
            send(
                    run,
                    "override",
                    new RunRequest(
                            null,
                            null,
                            which[0],
                            answers,
                            overriding.words("reason"),
                            null,
                            run.version()),
                    overriding);
        });
    }

    private static Map<String, String> standing(RunStory story, String step) {
        WorkSessionView.Check check = story.standing(step);
        return check == null ? Map.of() : check.answers();
    }

    private void fill(RunStory story) {
        Choice chosen = question.getValue();
        String[] which = chosen == null ? new String[1] : chosen.code().split(BETWEEN, 2);
        boolean asks = which.length > 1;
        overriding.enable("answer", asks);
        overriding.fill("answer", asks ? standing(story, which[0]).getOrDefault(which[1], "") : "");
    }

    private static List<Choice> questions(RunStory story) {
        List<Choice> questions = new ArrayList<>();
        int number = 0;
        for (Step step : story.steps()) {
            number++;
            for (StepItem item : step.items()) {
                questions.add(
                        new Choice(
                                step.key() + BETWEEN + item.key(),
                                number + ". " + item.label(story.language())));
            }
            if (step.items().isEmpty()) {
                questions.add(new Choice(step.key(), number + ". " + step.text(story.language())));
            }
        }
        return questions;
    }

    private static Choice firstFailed(RunStory story, List<Choice> questions) {
        return questions.stream()
                .filter(each -> {
                    WorkSessionView.Check check = story.standing(each.code().split(BETWEEN, 2)[0]);
                    return check == null || !check.passed();
                })
                .findFirst()
                .orElse(questions.isEmpty() ? new Choice("", "") : questions.getFirst());
    }

    private void send(WorkSessionView run, String act, RunRequest request, Form form) {
        form.busy(true);
        desk.client()
                .post(
                        DeskClient.path("sessions", run.id(), act),
                        request,
                        WorkSessionView.class,
                        reply -> {
                            switch (reply) {
                                case Reply.Ok<WorkSessionView> ok -> {
                                    form.close();
                                    desk.done(
                                            texts.text(
                                                    act.equals("approve")
                                                            ? "approve.done"
                                                            : "override.done",
                                                    run.sopTitle()));
                                }
                                case Reply.Stale<WorkSessionView> stale -> form.close();
                                case Reply.Refused<WorkSessionView> no ->
                                        form.wrong(reply.refusals(), desk.words(reply));
                                case Reply.Unreachable<WorkSessionView> gone ->
                                        form.wrong(reply.refusals(), desk.words(reply));
                            }
                            answered.accept(reply);
                        });
    }
}
