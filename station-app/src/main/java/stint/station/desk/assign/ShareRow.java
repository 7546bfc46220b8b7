package stint.station.desk.assign;

import org.jspecify.annotations.Nullable;

import stint.wire.planning.JobDetail;
import stint.wire.planning.ShareView;
import stint.wire.planning.StepView;

import java.util.ArrayList;
import java.util.List;

/**
 * What one person has of an open task, or what nobody has. Immutable.
 *
 * @param ticket the job
 * @param step the task with all its shares
 * @param index which of its shares; as many as there are for what nobody has
 * @param operator the worker code; empty for nobody
 * @param pieces how many
 */
record ShareRow(String ticket, StepView step, int index, String operator, int pieces) {

    /** The rows of a job's open tasks. */
    static List<ShareRow> of(JobDetail detail) {
        List<ShareRow> rows = new ArrayList<>();
        for (StepView step : detail.steps()) {
            if (step.cancelled() || step.status().equals("done")) {
                continue;
            }
            int given = 0;
            for (int index = 0; index < step.shares().size(); index++) {
                ShareView share = step.shares().get(index);
                given += share.pieces();
                rows.add(
                        new ShareRow(
                                detail.job().ticket(),
                                step,
                                index,
                                share.operator(),
                                share.pieces()));
            }
            int rest = detail.job().quantity() - given;
            if (rest > 0) {
                rows.add(new ShareRow(detail.job().ticket(), step, step.shares().size(), "", rest));
            }
        }
        return rows;
    }

    /** Names it among the rows. */
    String key() {
        return ticket + "/" + step.sequence() + "/" + operator + "/" + index;
    }

    /** Whether somebody has learnt what it takes. */
    boolean fits(List<String> skills) {
        String skill = step.skill();
        return skill == null || skills.contains(skill);
    }

    /** How long it usually takes (minutes); a piece of which nobody said counts one. */
    long minutes() {
        return (long) pieces * Math.max(1, step.minutes());
    }

    @Nullable String version() {
        return step.sharesVersion();
    }

    /**
     * The task's shares when some of these pieces, the last of them, are another's.
     *
     * @param moved from 1 up to all of them
     */
    List<ShareView> moved(int moved, String to) {
        List<ShareView> after = new ArrayList<>();
        for (int at = 0; at < step.shares().size(); at++) {
            ShareView share = step.shares().get(at);
            if (at == index) {
                add(after, share.operator(), share.pieces() - moved);
                add(after, to, moved);
            } else {
                add(after, share.operator(), share.pieces());
            }
        }
        if (index == step.shares().size()) {
            add(after, to, moved);
        }
        return after;
    }

    private static void add(List<ShareView> shares, String operator, int pieces) {
        if (pieces <= 0) {
            return;
        }
        ShareView last = shares.isEmpty() ? null : shares.getLast();
        if (last != null && last.operator().equals(operator)) {
            shares.set(shares.size() - 1, new ShareView(operator, last.pieces() + pieces));
        } else {
            shares.add(new ShareView(operator, pieces));
        }
    }
}
