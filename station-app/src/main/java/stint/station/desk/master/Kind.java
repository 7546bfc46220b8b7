package stint.station.desk.master;

import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import stint.station.desk.DeskPerson;
import stint.station.desk.Reply;
import stint.station.desk.kit.Form;
import stint.wire.planning.PlannedReply;

import java.util.List;
import java.util.function.Consumer;

/** One kind of master data as a list with a form beside it. On the FX thread only. */
interface Kind<R> {

    /** What the ids of its nodes and its text keys begin with. */
    String name();

    /** Asks for all there are. */
    void load(Consumer<Reply<List<R>>> then);

    List<TableColumn<R, ?>> columns();

    /** Names one. */
    String key(R row);

    /** All words by which one is found. */
    String words(R row);

    Form form();

    /** Whether somebody may add one. */
    default boolean adds(DeskPerson who) {
        return who.plans();
    }

    /** Whether they may change one. */
    default boolean changes(DeskPerson who) {
        return who.plans();
    }

    /** Fills the form with one, or empties it for a new one. */
    void fill(@Nullable R row);

    /** Asks the server to take what is in the form. */
    void send(Consumer<Reply<PlannedReply>> then);

    /** More that can be done with the one that is chosen. */
    default void actions(HBox bar) {}

    /** Forms besides the one that changes one. */
    default List<Form> forms() {
        return List.of();
    }

    /** Another one is chosen, or none. */
    default void chosen(@Nullable R row) {}
}
