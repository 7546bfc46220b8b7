package stint.station.desk.kit;

import javafx.scene.image.Image;

import stint.domain.sop.PictureName;
import stint.station.desk.Desk;
import stint.station.desk.DeskClient;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Pictures that the server keeps, each fetched once. On the FX thread only, and answers come there.
 */
public final class KeptPictures {

    private final Desk desk;
    private final Map<String, Image> seen = new HashMap<>();

    /** Those of the server that the desk is at. */
    public KeptPictures(Desk desk) {
        this.desk = desk;
    }

    /** Gives a picture that the server has, now or later; nothing for any other name. */
    public void show(String name, Consumer<Image> then) {
        Image known = seen.get(name);
        if (known != null) {
            then.accept(known);
        } else if (PictureName.isOne(name)) {
            desk.client()
                    .get(
                            DeskClient.path("pictures", name),
                            byte[].class,
                            reply ->
                                    reply.ifOk(bytes -> {
                                        Image image = new Image(new ByteArrayInputStream(bytes));
                                        seen.put(name, image);
                                        then.accept(image);
                                    }));
        }
    }
}
