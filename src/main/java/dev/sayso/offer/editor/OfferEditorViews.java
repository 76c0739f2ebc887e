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
import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.editor.OfferEditorView.Choices;
import dev.sayso.offer.editor.OfferEditorView.PlacementText;
import dev.sayso.offer.editor.OfferEditorView.Stale;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;

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

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final EligibilityForms eligibilities;

	private final PreviewRecipients recipients;

	private final Personalization personalization;

	private final CatalogueLabels labels;

	OfferEditorViews(Placements placements, Qualifiers qualifiers, EligibilityForms eligibilities,
			PreviewRecipients recipients, Personalization personalization, CatalogueLabels labels) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.eligibilities = eligibilities;
		this.recipients = recipients;
		this.personalization = personalization;
		this.labels = labels;
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
		List<Placement> all = this.placements.findAllByOrderByName();
		List<PlacementText> texts = form.texts().stream().map((text) -> text(text.place(), all)).toList();
		String shown = texts.stream()
			.map(PlacementText::place)
			.filter(form.shown()::equals)
			.findFirst()
			.orElse(texts.isEmpty() ? "" : texts.get(0).place());
		EligibilityView eligibility = edit.isFallback() ? null
				: this.eligibilities.view(edit.eligibility(), "/offers/draft", frame.open());
		return new OfferEditorView(frame.head(), edit.isFallback(), texts,
				new Choices(all.stream().filter((placement) -> !placement.isArchived()).toList(),
						this.qualifiers.findAllByOrderByName(), ZONES,
						this.personalization.names(edit.isFallback(), frame.content())),
				eligibility, this.recipients.choices(shown, form.profile(), form.find()),
				this.personalization.reasons(frame.content()), frame.focus(), frame.stale());
	}

	private PlacementText text(String place, List<Placement> all) {
		String slug = place.substring(0, place.indexOf('.'));
		return all.stream()
			.filter((placement) -> placement.slug().equals(slug))
			.findFirst()
			.map((placement) -> new PlacementText(place, this.labels.place(place), placement.type().key(),
					placement.on().icon()))
			.orElseGet(() -> new PlacementText(place, this.labels.place(place), "text", "alert-triangle"));
	}

}
