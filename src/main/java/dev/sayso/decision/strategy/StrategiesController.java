package dev.sayso.decision.strategy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.placement.CatalogueCopies;
import dev.sayso.offer.placement.CatalogueThing;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

/**
 * The list of the strategies, and what is done with one as a whole: copies, and the
 * archive.
 */
@ConsolePage
@RequestMapping("/strategies")
class StrategiesController {

	private final Strategies strategies;

	private final StrategyPage page;

	private final CatalogueCopies copies;

	private final AuditedChanges changes;

	private final StrategyRows rows;

	private final CatalogueUsages usages;

	StrategiesController(Strategies strategies, StrategyPage page, CatalogueCopies copies, AuditedChanges changes,
			StrategyRows rows, CatalogueUsages usages) {
		this.strategies = strategies;
		this.page = page;
		this.copies = copies;
		this.changes = changes;
		this.rows = rows;
		this.usages = usages;
	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		ListQuery query = new ListQuery("/strategies", List.of(ListFilter.ARCHIVED), List.of("name"), parameters);
		List<Strategy> all = this.strategies.findAllByOrderByName();
		List<Strategy> matching = all.stream()
			.filter((strategy) -> strategy.isArchived() == query.archived() && query.finds(strategy))
			.toList();
		return new ModelAndView("decision/strategy/list").addObject("icon", StrategyPage.ICON)
			.addObject("list",
					query.page(matching, all.size())
						.map((shown) -> this.rows.list(shown, this.usages.counts(Strategy.KIND,
								shown.stream().map(CatalogueThing::slug).collect(Collectors.toSet())))));
	}

	@PostMapping("/{id}/copies")
	String duplicate(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Strategy copy = this.copies.make(this.strategies, this.strategies.get(id), actor);
		Flash.done(redirect, "strategy.created", copy.name());
		return "redirect:/strategies/" + copy.slug();
	}

	/** What is used stays in use, and it is said by what. */
	@PutMapping("/{id}/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Strategy strategy = this.strategies.get(id);
		String users = this.page.dependents(strategy).names();
		if (users.isEmpty()) {
			this.changes.archive(this.strategies, strategy, true, actor);
			Flash.done(redirect, "strategy.put-away", strategy.name());
		}
		else {
			Flash.error(redirect, "strategy.in-use", strategy.name(), users);
		}
		return "redirect:/strategies/" + strategy.slug();
	}

	@DeleteMapping("/{id}/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Strategy restored = this.changes.archive(this.strategies, this.strategies.get(id), false, actor);
		Flash.done(redirect, "strategy.restored", restored.name());
		return "redirect:/strategies/" + restored.slug();
	}

}
