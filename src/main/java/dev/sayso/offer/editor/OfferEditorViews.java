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
import dev.sayso.offer.editor.OfferEditorView.Spoken;
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

	private final PreviewRecipients people;

	private final Personalization personalization;

	private final OfferMessages words;

	private final CatalogueLabels places;

	OfferEditorViews(Placements placements, Qualifiers qualifiers, EligibilityForms eligibilities,
			PreviewRecipients people, Personalization personalization, OfferMessages words, CatalogueLabels places) {
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.eligibilities = eligibilities;
		this.people = people;
		this.personalization = personalization;
		this.words = words;
		this.places = places;
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

	OfferEditorView of(OfferForm form, Frame frame) {
		Map<String, String> said = new LinkedHashMap<>();
		form.wrongs().forEach((part, wrong) -> said.put(part, this.words.say(wrong)));
		List<Placement> all = this.placements.findAllByOrderByName();
		List<Spoken> spoken = OfferFormEditor.places(form).map((place) -> spoken(place, all)).toList();
		String shown = spoken.stream()
			.map(Spoken::place)
			.filter(form.value("shown")::equals)
			.findFirst()
			.orElse(spoken.isEmpty() ? "" : spoken.get(0).place());
		EligibilityView eligibility = form.fallback() ? null
				: this.eligibilities.view(form.eligibility(), "/offers/draft", frame.open());
		return new OfferEditorView(form, frame.head(), said, spoken,
				new Choices(all.stream().filter((one) -> !one.isArchived()).toList(),
						this.qualifiers.findAllByOrderByName(), ZONES,
						this.personalization.names(form.fallback(), frame.content())),
				eligibility, this.people.choices(shown, form.value("profile"), form.value("find")),
				this.personalization.whys(frame.content()), frame.focus(), frame.stale());
	}

	private Spoken spoken(String place, List<Placement> all) {
		String slug = place.substring(0, place.indexOf('.'));
		return all.stream()
			.filter((one) -> one.slug().equals(slug))
			.findFirst()
			.map((one) -> new Spoken(place, this.places.place(place), one.type().key(), one.on().icon()))
			.orElseGet(() -> new Spoken(place, this.places.place(place), "text", "alert-triangle"));
	}

}
