package stint.server.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pictures as rows, where several servers see them. Thread-safe. */
final class PostgresPictures implements PictureStore {

    private final Jdbi jdbi;

    PostgresPictures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void keepPicture(String name, byte[] bytes) {
        int _ =
                asked(handle ->
                        handle.execute(
                                "INSERT INTO picture (name, bytes) VALUES (?, ?) ON CONFLICT DO"
                                        + " NOTHING",
                                name,
                                bytes));
    }

    @Override
    public Optional<byte[]> picture(String name) {
        return asked(handle ->
                handle.createQuery("SELECT bytes FROM picture WHERE name = ?")
                        .bind(0, name)
                        .mapTo(byte[].class)
                        .findOne());
    }

    @Override
    public List<String> pictures() {
        return asked(handle ->
                handle.createQuery("SELECT name FROM picture ORDER BY name COLLATE \"C\"")
                        .mapTo(String.class)
                        .list());
    }

    private <T> T asked(Function<Handle, T> question) {
        try {
            return jdbi.withHandle(question::apply);
        } catch (JdbiException e) {
            throw new StoreAwayException("the database does not answer", e);
        }
    }
}
