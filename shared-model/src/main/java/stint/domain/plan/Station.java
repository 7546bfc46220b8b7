package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import stint.domain.event.ChecklistKind;
import stint.domain.event.OperatorCode;
import stint.domain.event.StationCode;

import java.util.List;

/**
 * A bench PC or machine.
 *
 * @param code as printed on the bench
 * @param secondStart what a second start does here
 * @param bench the bench PC that serves it; absent where it is a bench PC itself (ST-1)
 * @param opening what is gone through before work (ST-2)
 * @param closing what is gone through before signing off (ST-2)
 * @param operators who may use it, by code; empty for everybody (ST-1)
 * @param newJobs how a job begins whose number nobody knows; absent where none may (ST-1)
 * @param type what kind of work it is equipped for, as operations ask for it; absent for any
 * @param area the part of the floor it stands in, by which boards are filtered; absent for none
 */
public record Station(
        StationCode code,
        SecondStartPolicy secondStart,
        @Nullable StationCode bench,
        Checklist opening,
        Checklist closing,
        List<OperatorCode> operators,
        @Nullable NewJobs newJobs,
        @Nullable String type,
        @Nullable String area) {

    /** Copies the operators, each once, in order. */
    public Station {
        operators = operators.stream().distinct().sorted().toList();
    }

    /** A station of no type, in no area. */
    public Station(
            StationCode code,
            SecondStartPolicy secondStart,
            @Nullable StationCode bench,
            Checklist opening,
            Checklist closing,
            List<OperatorCode> operators,
            @Nullable NewJobs newJobs) {
        this(code, secondStart, bench, opening, closing, operators, newJobs, null, null);
    }

    /** A bench PC without checklists, for everybody. */
    public Station(StationCode code, SecondStartPolicy secondStart) {
        this(code, secondStart, null, Checklist.NONE, Checklist.NONE, List.of(), null);
    }

    /** The same with checklists. */
    public Station with(Checklist newOpening, Checklist newClosing) {
        return new Station(
                code, secondStart, bench, newOpening, newClosing, operators, newJobs, type, area);
    }

    /** The same, equipped for a kind of work. */
    public Station equippedFor(String newType) {
        return new Station(
                code, secondStart, bench, opening, closing, operators, newJobs, newType, area);
    }

    /** The same in a part of the floor. */
    public Station in(String newArea) {
        return new Station(
                code, secondStart, bench, opening, closing, operators, newJobs, type, newArea);
    }

    /** Whether work that asks for such a station can be done here; some asks for none. */
    public boolean suits(@Nullable String wanted) {
        return wanted == null || type == null || wanted.equals(type);
    }

    /** Whether somebody may use it. */
    public boolean admits(OperatorCode operator) {
        return operators.isEmpty() || operators.contains(operator);
    }

    /** Whether a bench PC serves it. */
    public boolean servedBy(StationCode benchPc) {
        return code.equals(benchPc) || benchPc.equals(bench);
    }

    /** The checklist of a kind. */
    public Checklist checklist(ChecklistKind kind) {
        return kind == ChecklistKind.OPENING ? opening : closing;
    }
}
