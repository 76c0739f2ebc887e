package dev.sayso.offer.text;

import java.util.List;

/**
 * HTML that is safe in a foreign page.
 *
 * @param removed names of elements and attributes, and tags, that were taken out
 */
public record Cleaned(String html, List<String> removed) {

}
