package stint.station.ui.dialog;

import stint.station.ui.signin.SignInView;

/**
 * What is done to the bench rather than at it. Immutable.
 *
 * @param sound whether the kiosk sounds
 * @param leaving whether a supervisor is asked for, to close the kiosk
 * @param form their code and PIN
 */
public record ServiceView(boolean sound, boolean leaving, SignInView form) {}
