package dev.sayso.profile.list;

/**
 * Something that can be done with those selected in the list of people, beside stopping
 * contact; a room declares one as a bean. Its page is asked for the same way: with the
 * ids, or with {@code all} and the query.
 *
 * @param path of the page that says what it would do
 * @param title message key of the button
 * @param all message key of the link for all that match
 * @param icon a symbol of the sprite
 */
public record SelectionAction(String path, String title, String all, String icon) {

}
