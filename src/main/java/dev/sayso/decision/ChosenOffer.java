package dev.sayso.decision;

import dev.sayso.offer.FilledText;
import dev.sayso.offer.text.ContentType;

/**
 * An offer with what it says to one person.
 *
 * @param language of what it says, BCP 47; empty for any
 * @param score what it was ranked by; 0 for a fallback
 */
public record ChosenOffer(LiveOffer offer, ContentType type, String language, FilledText text, double score) {

	public static ChosenOffer of(LiveOffer offer, LocalizedTexts texts, LocalizedTexts.Text text,
			DecisionContext context, double score) {
		return new ChosenOffer(offer, texts.type(), text.language(), text.representation()
			.fill(context.person(), context.values(), offer.facts(), text.locale(context.language())), score);
	}

	/** What it says; of a placement with fields the HTML that its template makes. */
	public String content() {
		return this.text.content();
	}

}
