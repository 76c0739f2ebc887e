package dev.sayso.offer.editor;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	private static final List<String> ZONES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
		.sorted()
		.toList();

	private final Placements placements;

	private final Qualifiers qualifiers;

	private final EligibilityForms eligibilities;

	private final PreviewRecipients recipients;

	private final Personalization personalization;

	private final OfferMessages messages;

	private final CatalogueLabels labels;

	OfferEditorViews(Placements placements, Qualifiers qualifiers, EligibilityForms eligibilities,
			PreviewRecipients recipients, Personalization personalization, OfferMessages messages,
			CatalogueLabels labels) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.eligibilities = eligibilities;
		this.recipients = recipients;
		this.personalization = personalization;
		this.messages = messages;
		this.labels = labels;
	}

	/**
	 * How the editor is shown.
	 *
	 * @param head null for a new offer
	 * @param content what the form came to
	 * @param focus the part where the keyboard goes on
	 * @param open whether the reader may edit
	 */
	record Frame(@Nullable OfferHeadView head, OfferContent content, String focus, boolean open,
			@Nullable Stale stale) {

	}

	OfferEditorView create(OfferForm form, Frame frame) {
		Map<String, String> faults = new LinkedHashMap<>();
		form.faults().forEach((part, fault) -> faults.put(part, this.messages.message(fault)));
		List<Placement> all = this.placements.findAllByOrderByName();
		List<PlacementText> texts = OfferFormEditor.places(form).map((place) -> text(place, all)).toList();
		String shown = texts.stream()
			.map(PlacementText::place)
			.filter(form.value("shown")::equals)
			.findFirst()
			.orElse(texts.isEmpty() ? "" : texts.get(0).place());
		EligibilityView eligibility = form.fallback() ? null
				: this.eligibilities.view(form.eligibility(), "/offers/draft", frame.open());
		return new OfferEditorView(form, frame.head(), faults, texts,
				new Choices(all.stream().filter((placement) -> !placement.isArchived()).toList(),
						this.qualifiers.findAllByOrderByName(), ZONES,
						this.personalization.names(form.fallback(), frame.content())),
				eligibility, this.recipients.choices(shown, form.value("profile"), form.value("find")),
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
