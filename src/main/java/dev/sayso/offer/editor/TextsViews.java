package dev.sayso.offer.editor;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.offer.OfferContent;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;

@Component
class TextsViews {

	private final Placements placements;

	private final TextGrids grids;

	private final OpenTexts texts;

	private final PersonalMarks marks;

	TextsViews(Placements placements, TextGrids grids, OpenTexts texts, PersonalMarks marks) {
		this.placements = placements;
		this.grids = grids;
		this.texts = texts;
		this.marks = marks;
	}

	TextsView create(OfferEdit edit, OfferContent content) {
		List<Placement> all = this.placements.findAllByOrderByName();
		return new TextsView(this.grids.create(edit, content, all), this.texts.create(edit, content, all),
				this.marks.create(content));
	}

}
