package dev.sayso.decision;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.ContentType;
import dev.sayso.offer.Template;

/**
 * An offer with what it says to one person.
 *
 * @param language of what it says, BCP 47; empty for any
 * @param alt the words of an image
 * @param link where an image leads
 * @param score what it was ranked by; 0 for a fallback
 */
public record Shown(LiveOffer offer, ContentType type, String language, String content, @Nullable String alt,
		@Nullable String link, double score) {

	/**
	 * Fills in what an offer says.
	 * @throws dev.sayso.offer.TextTooLong when that becomes too long
	 */
	public static Shown of(LiveOffer offer, Texts texts, Texts.Text text, Asking asking, double score) {
		return new Shown(offer, texts.type(), text.language(),
				Objects.requireNonNull(say(text.copy().content(), text, offer, asking)),
				say(text.copy().alt(), text, offer, asking), say(text.copy().link(), text, offer, asking), score);
	}

	private static @Nullable String say(@Nullable Template template, Texts.Text text, LiveOffer offer, Asking asking) {
		return (template != null)
				? template.render(asking.person(), asking.context(), offer.facts(), text.locale(asking.language()))
				: null;
	}

}
