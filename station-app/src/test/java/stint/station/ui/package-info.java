/** Tests of the kiosk, on a real core. */
@org.jspecify.annotations.NullMarked
package stint.station.ui;
