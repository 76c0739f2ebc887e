package dev.sayso.offer.editor;

import org.jspecify.annotations.Nullable;

/**
 * What an offer says, ready to show and to be written.
 *
 * @param text the one that is open; null where nothing is written yet
 */
record TextsView(TextGrid grid, @Nullable OpenText text, PersonalMark mark) {

}
