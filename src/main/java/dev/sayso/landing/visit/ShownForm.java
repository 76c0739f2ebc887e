package dev.sayso.landing.visit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Say;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.ShownChoices;

/**
 * A page with its form as somebody sees it.
 *
 * @param recipient null where nobody is identified
 * @param faulty what was sent and could not be taken; null where nothing was sent
 * @param automatic whether the page may send its form by itself
 * @param gpc whether the reader's browser asks by Global Privacy Control not to share
 * @param shown what the form shows of what the reader said, which each box asks
 */
public record ShownForm(PublishedPage page, PageWording wording, String path, @Nullable LinkRecipient recipient,
		PageOpening.@Nullable Faulty faulty, boolean automatic, @Nullable String notice,
		PublicFormView.@Nullable RelatedLink related, boolean gpc, ShownChoices shown) {

	public ShownForm(PublishedPage page, PageWording wording, String path, @Nullable LinkRecipient recipient,
			PageOpening.@Nullable Faulty faulty, boolean automatic, @Nullable String notice,
			PublicFormView.@Nullable RelatedLink related, boolean gpc) {
		this(page, wording, path, recipient, faulty, automatic, notice, related, gpc,
				(recipient == null) ? ShownChoices.NOTHING : ShownChoices.of(recipient.say(), page.boxes().keySet())
					.withServices(recipient.subscriptions(), page.services().keySet()));
	}

	/** As a browser shows it that asks for nothing of the kind. */
	public ShownForm(PublishedPage page, PageWording wording, String path, @Nullable LinkRecipient recipient,
			PageOpening.@Nullable Faulty faulty, boolean automatic, @Nullable String notice,
			PublicFormView.@Nullable RelatedLink related) {
		this(page, wording, path, recipient, faulty, automatic, notice, related, false);
	}

	@Nullable PublicFormBody typed() {
		return (this.faulty != null) ? this.faulty.typed() : null;
	}

	/** The boxes as they were sent; null where nothing was. */
	PublicFormBody.@Nullable Ticks ticks() {
		return (this.faulty != null) ? this.faulty.typed().ticks() : null;
	}

	/** What the reader said; null where nobody is identified. */
	@Nullable Say say() {
		return (this.recipient != null) ? this.recipient.say() : null;
	}

	/** Message keys by field and box. */
	Map<String, String> faults() {
		return (this.faulty != null) ? this.faulty.faults().codes() : Map.of();
	}

	boolean stopsAll() {
		return this.page.offersStop() && this.faulty != null && this.faulty.typed().ticks().all();
	}

	boolean isDoubt() {
		return this.faulty != null && this.faulty.faults().isDoubt();
	}

	boolean identified() {
		return this.recipient != null;
	}

}
