package stint.server.web;

/**
 * Where people sign in with a browser.
 *
 * @param next where they go then
 * @param operator the code they typed before
 * @param problem what was wrong; empty for nothing
 */
public record LoginPage(WebTexts texts, String next, String operator, String problem) {}
