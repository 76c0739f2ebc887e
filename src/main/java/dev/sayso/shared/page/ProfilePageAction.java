package dev.sayso.shared.page;

/**
 * Something an upper room lets one do from a person's page, as a button in its header
 * that leads to {@code /profiles/{id}/<path>}; declared as a bean.
 *
 * @param title message key of the button
 * @param icon a symbol of the sprite
 * @param operators whether only operators and administrators see it
 */
public record ProfilePageAction(String path, String title, String icon, int order, boolean operators) {

}
