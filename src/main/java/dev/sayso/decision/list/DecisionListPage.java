package dev.sayso.decision.list;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.editor.StatusView;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListPage;
import dev.sayso.shared.page.ListQuery;

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

	ListPage<Row> page(Map<String, String> parameters) {
		ListQuery query = new ListQuery("/decisions",
				List.of(ListFilter.of("status", "status", "decision.filter.", "draft", "live", "changed", "complete",
						"archived"),
						ListFilter.of("placement", "decision.placement", this.catalogue.placements(), Placement::slug,
								Placement::name)),
				List.of("name", "changed", "status"), parameters);
		List<DecisionOutline> all = this.outlines.all();
		List<DecisionOutline> matching = all.stream()
			.filter((outline) -> matches(outline, query))
			.sorted(order(query.sort()))
			.toList();
		return query.page(matching, all.size()).map(this::rows);
	}

	private static boolean matches(DecisionOutline outline, ListQuery query) {
		boolean stands = switch (query.value("status")) {
			case "" -> outline.status() != Decision.Status.ARCHIVED;
			case "changed" -> outline.isChanged() && outline.status() == Decision.Status.LIVE;
			default -> query.lets("status", outline.status().name().toLowerCase(Locale.ROOT));
		};
		return stands && query.lets("placement", outline.placements())
				&& query.finds(outline.normalizedName(), outline.slug());
	}

	private static Comparator<DecisionOutline> order(String sort) {
		Comparator<DecisionOutline> byName = Comparator.comparing(DecisionOutline::normalizedName)
			.thenComparing(DecisionOutline::slug);
		return switch (sort) {
			case "changed" -> Comparator.comparing(DecisionOutline::changedAt).reversed().thenComparing(byName);
			case "status" -> Comparator.comparing(DecisionOutline::status).thenComparing(byName);
			default -> byName;
		};
	}

	private List<Row> rows(List<DecisionOutline> shown) {
		CatalogueLookup lookup = this.catalogue.look();
		Map<UUID, Long> decided = this.outcomes.decided(shown.stream().map(DecisionOutline::id).toList(),
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()).minusDays(RECENT - 1));
		return shown.stream().map((outline) -> row(outline, lookup, decided.getOrDefault(outline.id(), 0L))).toList();
	}

	private Row row(DecisionOutline outline, CatalogueLookup lookup, long decided) {
		Validity validity = outline.validity();
		return new Row(outline, outline.placements().stream().map(lookup::placementName).toList(),
				outline.fallback().isEmpty() ? "" : lookup.offerName(outline.fallback()),
				"decision.time." + validity.time(this.clock.instant()).name().toLowerCase(Locale.ROOT),
				(validity.from() != null) ? validity.begins() : null, (validity.to() != null) ? validity.ends() : null,
				decided);
	}

}
