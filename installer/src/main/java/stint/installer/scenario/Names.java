package stint.installer.scenario;

import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;
import stint.domain.event.TaskId;
import stint.domain.plan.Job;
import stint.domain.plan.Operator;
import stint.domain.plan.Station;
import stint.domain.plan.Task;

import java.util.ArrayList;
import java.util.List;

/**
 * Who and what a scenario's setup names; a step or an expectation that names something else is a
 * mistake in the file.
 */
record Names(List<Operator> operators, List<Station> stations, List<Job> jobs) {

    OperatorCode operator(Node node) throws ScenarioException {
        OperatorCode code = node.parsed(OperatorCode::new);
        if (operators.stream().noneMatch(operator -> operator.code().equals(code))) {
            throw node.problem("there is no operator \"" + code + "\" in setup.operators");
        }
        return code;
    }

    StationCode station(Node node) throws ScenarioException {
        StationCode code = node.parsed(StationCode::new);
        if (stations.stream().noneMatch(station -> station.code().equals(code))) {
            throw node.problem("there is no station \"" + code + "\" in setup.stations");
        }
        return code;
    }

    TaskId task(Node node) throws ScenarioException {
        return task(node, node.text());
    }

    /** The task called "Sew", or "JT251030001/Sew" where several jobs have one. */
    TaskId task(Node node, String name) throws ScenarioException {
        List<TaskId> found = new ArrayList<>();
        for (Job job : jobs) {
            for (Task task : job.tasks()) {
                if (task.name().equals(name) || (job.ticket() + "/" + task.name()).equals(name)) {
                    found.add(task.id());
                }
            }
        }
        if (found.isEmpty()) {
            throw node.problem("there is no task \"" + name + "\" in setup.jobs");
        }
        if (found.size() > 1) {
            throw node.problem("several jobs have a task \"" + name + "\"; write TICKET/" + name);
        }
        return found.getFirst();
    }
}
