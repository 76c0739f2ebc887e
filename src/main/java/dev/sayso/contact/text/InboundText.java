package dev.sayso.contact.text;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * A text that came in.
 *
 * @param id the provider's, empty where it gives none
 * @param from whose number it is from, as the provider writes it
 * @param legible the text without what could not be decoded of it
 * @param providers what the provider itself took it for; null where it does not say
 */
record InboundText(String id, Channel channel, String from, String text, String legible, Instant saidAt,
		@Nullable TextMeaning providers) {

}
