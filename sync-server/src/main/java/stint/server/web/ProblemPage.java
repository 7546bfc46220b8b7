package stint.server.web;

/**
 * Something can't be shown.
 *
 * @param text what, in words for whoever wanted to see it
 * @param code the kind, for whoever is asked about it
 * @param signIn where to sign in; empty where that would not help
 */
public record ProblemPage(WebTexts texts, String text, String code, String signIn) {}
