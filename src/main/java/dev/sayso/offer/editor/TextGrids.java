package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.LanguageReaders;
import dev.sayso.offer.LanguageReaders.Readers;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferLanguages;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferValidator;
import dev.sayso.offer.editor.TextGrid.Addition;
import dev.sayso.offer.editor.TextGrid.Cell;
import dev.sayso.offer.editor.TextGrid.Column;
import dev.sayso.offer.editor.TextGrid.MainReaders;
import dev.sayso.offer.editor.TextGrid.Row;
import dev.sayso.offer.editor.TextGrid.State;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.TextNormalizer;

/**
 * Lays an offer's texts out as a grid, with what is missing and what is wrong.
 */
@Component
class TextGrids {

	/** So many placements a new offer shows all of. */
	private static final int FEW = 12;

	/** How much of a text a cell tells. */
	private static final int BEGINNING = 60;

	private final OfferLanguages languages;

	private final LanguageReaders readers;

	private final CatalogueLabels labels;

	private final OfferValidator validator;

	private final ApproveOffer approve;

	TextGrids(OfferLanguages languages, LanguageReaders readers, CatalogueLabels labels, OfferValidator validator,
			ApproveOffer approve) {
		this.languages = languages;
		this.readers = readers;
		this.labels = labels;
		this.validator = validator;
		this.approve = approve;
	}

	TextGrid create(OfferEdit edit, OfferContent content, List<Placement> placements) {
		List<OfferFormText> texts = edit.form().texts();
		List<String> tags = this.languages
			.allWith(texts.stream().map(OfferFormText::tag).filter((tag) -> !tag.equals(OfferParts.ANY)).toList());
		Readers counted = this.readers.count(tags);
		List<Column> columns = new ArrayList<>();
		tags.forEach((tag) -> columns
			.add(new Column(tag, this.labels.language(tag), counted.known() ? counted.count(tag) : -1)));
		if (texts.stream().anyMatch(OfferFormText::isForAnybody)) {
			columns.add(new Column(OfferParts.ANY, this.labels.language(OfferParts.ANY), -1));
		}
		List<Line> shown = shown(texts, placements);
		Drawing drawing = new Drawing(edit.form(), approved(edit.offer()), faults(edit, content));
		List<Row> rows = shown.stream().map((line) -> row(line, columns, drawing)).toList();
		int changed = (int) rows.stream()
			.flatMap((row) -> row.cells().stream())
			.filter((cell) -> cell.state() == State.CHANGED)
			.count();
		List<Addition> more = placements.stream()
			.filter((placement) -> !placement.isArchived() && !shown.contains(Line.of(placement)))
			.map((placement) -> new Addition(placement.slug() + "." + tags.get(0), placement.name()))
			.toList();
		return new TextGrid(columns, rows, more, changed, main(edit.form(), counted));
	}

	/**
	 * What cells are drawn from.
	 *
	 * @param approved the parts of the version that shows
	 * @param faulty the places whose text has something wrong
	 */
	private record Drawing(OfferForm form, Map<String, String> approved, Set<String> faulty,
			Map<String, Integer> places, Map<String, String> mains) {

		Drawing(OfferForm form, Map<String, String> approved, Set<String> faulty) {
			this(form, approved, faulty, new HashMap<>(), new HashMap<>());
			for (OfferFormText text : form.texts()) {
				this.places.put(text.place(), this.places.size());
				if ((text.main() || text.isForAnybody()) && !text.isBlank()) {
					this.mains.put(text.placement(), text.tag());
				}
			}
		}

		State state(OfferFormText text) {
			if (this.faulty.contains(text.place())) {
				return State.FIX;
			}
			return (this.approved.isEmpty() || text.isSame(this.approved)) ? State.WRITTEN : State.CHANGED;
		}

	}

	/** A placement, which may be gone by now. */
	private record Line(String slug, String name, String icon) {

		static Line of(Placement placement) {
			return new Line(placement.slug(), placement.name(), placement.on().icon());
		}

	}

	private Row row(Line line, List<Column> columns, Drawing drawing) {
		return new Row(line.slug(), line.name(), line.icon(),
				columns.stream().map((column) -> cell(line, column, drawing)).toList());
	}

	private Cell cell(Line line, Column column, Drawing drawing) {
		OfferForm form = drawing.form();
		String place = line.slug() + "." + column.tag();
		boolean current = place.equals(form.shown());
		String title = line.name() + ", " + column.name();
		Integer at = drawing.places().get(place);
		if (at != null && !form.texts().get(at).isBlank()) {
			OfferFormText text = form.texts().get(at);
			return new Cell(place, title, drawing.state(text), text.main(), current,
					current ? null : "f-texts-" + at + "-content", beginning(text.written()), null);
		}
		String main = drawing.mains().get(line.slug());
		return new Cell(place, title, (main != null) ? State.INSTEAD : State.MISSING, false, current, null, "",
				(main != null) ? this.labels.language(main) : null);
	}

	/** Its first words, without what is only there for machines. */
	private static String beginning(String content) {
		return TextNormalizer.shorten(content.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip(), BEGINNING);
	}

	private @Nullable MainReaders main(OfferForm form, Readers counted) {
		if (form.shown().isEmpty()) {
			return null;
		}
		String placement = form.shown().substring(0, form.shown().indexOf('.'));
		List<OfferFormText> said = form.texts()
			.stream()
			.filter((text) -> text.placement().equals(placement) && !text.isBlank())
			.toList();
		long readers = counted.known()
				? counted
					.ofNone(said.stream().map(OfferFormText::tag).filter((tag) -> !tag.equals(OfferParts.ANY)).toList())
				: -1;
		return new MainReaders(this.labels.placement(placement),
				said.stream().anyMatch((text) -> text.main() || text.isForAnybody()), readers);
	}

	/** Those it speaks on; those it may, where it says nothing and there are few. */
	private static List<Line> shown(List<OfferFormText> texts, List<Placement> placements) {
		List<Placement> open = placements.stream().filter((placement) -> !placement.isArchived()).toList();
		if (texts.stream().allMatch(OfferFormText::isBlank) && open.size() <= FEW) {
			return open.stream().map(Line::of).toList();
		}
		Set<String> gone = texts.stream()
			.map(OfferFormText::placement)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		List<Line> lines = new ArrayList<>();
		placements.stream().filter((placement) -> gone.remove(placement.slug())).map(Line::of).forEach(lines::add);
		gone.forEach((slug) -> lines.add(new Line(slug, slug, "alert-triangle")));
		return lines;
	}

	private Map<String, String> approved(@Nullable Offer offer) {
		return (offer != null) ? this.approve.parts(offer) : Map.of();
	}

	private Set<String> faults(OfferEdit edit, OfferContent content) {
		return this.validator.ofApproval(edit.isFallback(), content)
			.keySet()
			.stream()
			.map(OfferParts::placeOf)
			.collect(Collectors.toSet());
	}

}
