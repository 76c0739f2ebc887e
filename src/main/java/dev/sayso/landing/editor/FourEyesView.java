package dev.sayso.landing.editor;

import java.util.List;

import dev.sayso.store.FourEyes;

/**
 * Four eyes over a page, as one of those who may publish sees them.
 *
 * @param lets whether they may publish its draft
 * @param agrees whether they may agree that four eyes are required no more
 * @param others who may publish it else, by their names
 */
record FourEyesView(FourEyes eyes, boolean lets, boolean agrees, List<String> others) {

}
