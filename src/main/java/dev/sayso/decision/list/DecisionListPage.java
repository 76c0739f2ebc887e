package dev.sayso.decision.list;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.editor.StatusView;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.offer.Validity;
import dev.sayso.shared.TimeFormat;

/**
 * Puts one page of the list of decisions together.
 */
@Component
class DecisionListPage {

	private static final int RECENT = 30;

	private final DecisionOutlines outlines;

	private final DecisionCatalogue catalogue;

	private final Outcomes outcomes;

	private final Clock clock;

	private final TimeFormat times;

	DecisionListPage(DecisionOutlines outlines, DecisionCatalogue catalogue, Outcomes outcomes, Clock clock,
			TimeFormat times) {
		this.outlines = outlines;
		this.catalogue = catalogue;
		this.outcomes = outcomes;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * A decision in the list.
	 *
	 * @param placements names of those of its scopes
	 * @param fallback the offer's name; empty for none
	 * @param time message key of where its validity stands
	 * @param from null for at once
	 * @param to null for never
	 * @param decided how often it decided in the last 30 days
	 */
	record Row(DecisionOutline outline, List<String> placements, String fallback, String time, @Nullable Instant from,
			@Nullable Instant to, long decided) {

		public StatusView status() {
			return StatusView.of(this.outline.status());
		}

	}

	/**
	 * One page of the list.
	 *
	 * @param total how many there are, archived ones too
	 * @param count how many match
	 * @param previous null on the first page
	 * @param next null on the last page
	 */
	record Page(List<Row> rows, int total, int count, @Nullable String previous, @Nullable String next) {
	}

	Page page(DecisionQuery query) {
		List<DecisionOutline> all = this.outlines.all();
		List<DecisionOutline> matching = all.stream().filter(query::lets).sorted(query.order()).toList();
		int pages = Math.max(1, (matching.size() + DecisionQuery.SIZE - 1) / DecisionQuery.SIZE);
		int page = Math.min(query.page(), pages);
		CatalogueLookup lookup = this.catalogue.look();
		List<DecisionOutline> shown = matching.stream()
			.skip((page - 1L) * DecisionQuery.SIZE)
			.limit(DecisionQuery.SIZE)
			.toList();
		Map<UUID, Long> decided = this.outcomes.decided(shown.stream().map(DecisionOutline::id).toList(),
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()).minusDays(RECENT - 1));
		List<Row> rows = shown.stream()
			.map((outline) -> row(outline, lookup, decided.getOrDefault(outline.id(), 0L)))
			.toList();
		return new Page(rows, all.size(), matching.size(),
				(page > 1) ? query.with("page", String.valueOf(page - 1)) : null,
				(page < pages) ? query.with("page", String.valueOf(page + 1)) : null);
	}

	private Row row(DecisionOutline outline, CatalogueLookup lookup, long decided) {
		Validity validity = outline.validity();
		return new Row(outline, outline.placements().stream().map(lookup::placementName).toList(),
				outline.fallback().isEmpty() ? "" : lookup.offerName(outline.fallback()),
				"decision.time." + time(validity), (validity.from() != null) ? validity.begins() : null,
				(validity.to() != null) ? validity.ends() : null, decided);
	}

	private String time(Validity validity) {
		Instant now = this.clock.instant();
		if (validity.from() == null && validity.to() == null) {
			return "always";
		}
		if (now.isBefore(validity.begins())) {
			return "coming";
		}
		return validity.holds(now) ? "now" : "over";
	}

}
