package stint.station.desk.routing;

import stint.domain.office.PlanRefusal;
import stint.domain.office.PlanWords;
import stint.domain.office.RoutingCheck;
import stint.domain.plan.RoutingGraph;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps a graph from being published (DP-3).
 *
 * @param words in the planner's language
 * @param operation the one to look at; 0 for none
 */
record Finding(String words, int operation) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** All that is wrong. */
    static List<Finding> of(RoutingGraph graph, PlanWords words) {
        return RoutingCheck.check(graph).stream()
                .map(refusal -> new Finding(words.say(refusal), operation(refusal, graph)))
                .toList();
    }

    private static int operation(PlanRefusal refusal, RoutingGraph graph) {
        for (String argument : refusal.args()) {
            Matcher number = NUMBER.matcher(argument);
            while (number.find()) {
                int at = Integer.parseInt(number.group());
                if (Drawing.find(graph, at).isPresent()) {
                    return at;
                }
            }
        }
        return 0;
    }
}
