package stint.station.ui.dialog;

import stint.station.ui.bench.Bench;
import stint.station.ui.bench.Dialog;
import stint.station.ui.kit.ScreenModel;
import stint.station.ui.kit.Texts;

/** A question's state and intents. On the FX thread only. */
public sealed interface DialogModel extends ScreenModel
        permits ChoiceModel, ScrapModel, ApproveModel, WriteModel, ServiceModel {

    /** The model of a question. */
    static DialogModel of(Dialog dialog, Bench bench) {
        return switch (dialog) {
            case Dialog.Hold hold ->
                    new ChoiceModel(bench, hold.operator(), Choices.hold(hold, bench));
            case Dialog.SecondStart second ->
                    new ChoiceModel(bench, second.operator(), Choices.secondStart(second, bench));
            case Dialog.EndShift end ->
                    new ChoiceModel(bench, end.operator(), Choices.endShift(end, bench));
            case Dialog.Scrap scrap -> new ScrapModel(bench, scrap);
            case Dialog.Approve approve ->
                    new ApproveModel(bench, approve.operator(), Leave.of(approve, bench));
            case Dialog.OverrideStep override ->
                    new ApproveModel(bench, override.operator(), RunLeaves.of(override, bench));
            case Dialog.ApproveRun approve ->
                    new ApproveModel(bench, approve.operator(), RunLeaves.of(approve, bench));
            case Dialog.EndRun end ->
                    new ChoiceModel(bench, end.operator(), RunLeaves.end(end, bench));
            case Dialog.Unfinished left ->
                    new ChoiceModel(bench, left.operator(), Offers.unfinished(left, bench));
            case Dialog.Stop stop ->
                    new ChoiceModel(bench, stop.operator(), Offers.stop(stop, bench));
            case Dialog.Write write -> new WriteModel(bench, write);
            case Dialog.Service service -> new ServiceModel(bench);
        };
    }

    /** The controller of its layout. */
    Object controller(Texts texts);
}
