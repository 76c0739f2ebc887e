package dev.sayso.decision.list;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.editor.ScheduledPublications;
import dev.sayso.decision.editor.StatusView;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.offer.Validity;
import dev.sayso.offer.placement.Placement;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListPage;
import dev.sayso.shared.page.ListQuery;

@ConsolePage
@RequestMapping("/decisions")
class DecisionsController {

	private static final int RECENT = 30;

	private final DecisionOutlines outlines;

	private final Outcomes outcomes;

	private final ScheduledPublications schedules;

	private final Clock clock;

	private final TimeFormat times;

	private final DecisionCatalogue catalogue;

	DecisionsController(DecisionCatalogue catalogue, DecisionOutlines outlines, Outcomes outcomes,
			ScheduledPublications schedules, Clock clock, TimeFormat times) {
		this.catalogue = catalogue;
		this.outlines = outlines;
		this.outcomes = outcomes;
		this.schedules = schedules;
		this.clock = clock;
		this.times = times;
	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		model.addAttribute("list", page(parameters));
		return "decision/list/list";
	}

	/**
	 * A decision in the list.
	 *
	 * @param fallback the offer's name; empty for none
	 * @param time message key of where its validity stands
	 * @param from null for at once
	 * @param to null for never
	 * @param decided how often it decided in the last 30 days
	 * @param due when a version of it is published, or was to be; null for never
	 */
	record Row(DecisionOutline outline, List<String> placements, String fallback, String time, @Nullable Instant from,
			@Nullable Instant to, long decided, ScheduledPublications.@Nullable Due due) {

		public StatusView status() {
			return StatusView.of(this.outline.status());
		}

	}

	private ListPage<Row> page(Map<String, String> parameters) {
		ListQuery query = new ListQuery("/decisions",
				List.of(ListFilter.of("status", "status", "decision.filter.", "draft", "live", "changed", "scheduled",
						"complete", "archived"),
						ListFilter.of("placement", "decision.placement", this.catalogue.placements(), Placement::slug,
								Placement::name)),
				List.of("name", "changed", "status"), parameters);
		List<DecisionOutline> all = this.outlines.all();
		Set<UUID> due = query.value("status").equals("scheduled") ? this.schedules.decisions() : Set.of();
		List<DecisionOutline> matching = all.stream()
			.filter((outline) -> matches(outline, query, due))
			.sorted(order(query.sort()))
			.toList();
		return query.page(matching, all.size()).map(this::rows);
	}

	private static boolean matches(DecisionOutline outline, ListQuery query, Set<UUID> due) {
		boolean stands = switch (query.value("status")) {
			case "" -> outline.status() != Decision.Status.ARCHIVED;
			case "changed" -> outline.isChanged() && outline.status() == Decision.Status.LIVE;
			case "scheduled" -> due.contains(outline.id());
			default -> query.lets("status", outline.status().name().toLowerCase(Locale.ROOT));
		};
		return stands && query.lets("placement", outline.placements()) && query.finds(outline);
	}

	private static Comparator<DecisionOutline> order(String sort) {
		Comparator<DecisionOutline> byName = Comparator.comparing(DecisionOutline::searchName)
			.thenComparing(DecisionOutline::slug);
		return switch (sort) {
			case "changed" -> Comparator.comparing(DecisionOutline::changedAt).reversed().thenComparing(byName);
			case "status" -> Comparator.comparing(DecisionOutline::status).thenComparing(byName);
			default -> byName;
		};
	}

	private List<Row> rows(List<DecisionOutline> shown) {
		CatalogueLookup lookup = this.catalogue.look();
		List<UUID> ids = shown.stream().map(DecisionOutline::id).toList();
		Map<UUID, Long> decided = this.outcomes.decided(ids,
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()).minusDays(RECENT - 1));
		Map<UUID, ScheduledPublications.Due> due = this.schedules.find(ids);
		return shown.stream()
			.map((outline) -> row(outline, lookup, decided.getOrDefault(outline.id(), 0L), due.get(outline.id())))
			.toList();
	}

	private Row row(DecisionOutline outline, CatalogueLookup lookup, long decided,
			ScheduledPublications.@Nullable Due due) {
		Validity validity = outline.validity();
		return new Row(outline, outline.placements().stream().map(lookup::placementName).toList(),
				outline.fallback().isEmpty() ? "" : lookup.offerName(outline.fallback()),
				"decision.time." + validity.time(this.clock.instant()).name().toLowerCase(Locale.ROOT),
				(validity.from() != null) ? validity.begins() : null, (validity.to() != null) ? validity.ends() : null,
				decided, due);
	}

}
