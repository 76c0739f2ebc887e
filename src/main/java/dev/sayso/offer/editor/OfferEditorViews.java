package dev.sayso.offer.editor;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.audience.eligibility.EligibilityView;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.editor.OfferEditorView.Choices;
import dev.sayso.offer.editor.OfferEditorView.Stale;

/**
 * Puts an offer's editor together: as the draft stands, or as somebody typed it.
 */
@Component
class OfferEditorViews {

	private static final Map<String, String> ZONES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
		.collect(Collectors.toMap((zone) -> zone, (zone) -> zone.replace('_', ' '), (zone, again) -> zone,
				TreeMap::new));

	private final TextsViews texts;

	private final Qualifiers qualifiers;

	private final EligibilityForms eligibilities;

	private final PreviewRecipients recipients;

	private final Personalization personalization;

	OfferEditorViews(TextsViews texts, Qualifiers qualifiers, EligibilityForms eligibilities,
			PreviewRecipients recipients, Personalization personalization) {
		this.texts = texts;
		this.qualifiers = qualifiers;
		this.eligibilities = eligibilities;
		this.recipients = recipients;
		this.personalization = personalization;
	}

	/**
	 * How the editor is shown.
	 *
	 * @param head null for a new offer
	 * @param content what the form came to
	 * @param focus the field where the keyboard goes on
	 * @param open whether the reader may edit
	 */
	record Frame(@Nullable OfferHeadView head, OfferContent content, String focus, boolean open,
			@Nullable Stale stale) {

	}

	OfferEditorView create(OfferEdit edit, Frame frame) {
		OfferForm form = edit.form();
		EligibilityView eligibility = edit.isFallback() ? null
				: this.eligibilities.view(edit.eligibility(), "/offers/draft", frame.open());
		return new OfferEditorView(frame.head(), edit.isFallback(), texts(edit, frame.content()),
				new Choices(this.qualifiers.findAllByOrderByName(), ZONES), eligibility,
				this.recipients.choices(form.shown(), form.profile(), form.find()),
				this.personalization.reasons(frame.content()), frame.focus(), frame.stale());
	}

	TextsView texts(OfferEdit edit, OfferContent content) {
		return this.texts.create(edit, content);
	}

}
