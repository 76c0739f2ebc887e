package dev.sayso.decision;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.Template;
import dev.sayso.offer.text.TextTooLongException;

/**
 * An offer with what it says to one person.
 *
 * @param language of what it says, BCP 47; empty for any
 * @param score what it was ranked by; 0 for a fallback
 */
public record ChosenOffer(LiveOffer offer, ContentType type, String language, String content, @Nullable String alt,
		@Nullable String link, double score) {

	public static ChosenOffer of(LiveOffer offer, LocalizedTexts texts, LocalizedTexts.Text text,
			DecisionContext context, double score) {
		return new ChosenOffer(offer, texts.type(), text.language(),
				Objects.requireNonNull(render(text.representation().content(), text, offer, context)),
				render(text.representation().alt(), text, offer, context),
				render(text.representation().link(), text, offer, context), score);
	}

	private static @Nullable String render(@Nullable Template template, LocalizedTexts.Text text, LiveOffer offer,
			DecisionContext context) {
		return (template != null)
				? template.render(context.person(), context.values(), offer.facts(), text.locale(context.language()))
				: null;
	}

}
