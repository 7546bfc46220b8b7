package stint.station.desk;

import stint.station.sync.Link;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How a desk is to run.
 *
 * @param link to the server
 * @param language until somebody signs in, who then has their own; English where there are no texts
 * @param zone of times and dates
 * @param light whether dark on light
 */
public record DeskOptions(Link link, Locale language, ZoneId zone, boolean light) {}
