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

import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
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

	private final StrategyManagement management;

	private final StrategyRows rows;

	private final CatalogueUsages usages;

	StrategiesController(Strategies strategies, StrategyManagement management, StrategyRows rows,
			CatalogueUsages usages) {
		this.strategies = strategies;
		this.management = management;
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
						.map((shown) -> this.rows.of(shown, this.usages.counts(Strategy.KIND,
								shown.stream().map(CatalogueThing::slug).collect(Collectors.toSet())))));
	}

	@PostMapping("/{id}/copies")
	String duplicate(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Strategy copy = this.management.copy(this.strategies.get(id), actor);
		Flash.done(redirect, "strategy.created", copy.name());
		return "redirect:/strategies/" + copy.slug();
	}

	/** What is used stays in use, and it is said by what. */
	@PutMapping("/{id}/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Strategy strategy = this.strategies.get(id);
		String users = this.management.archive(strategy, actor);
		if (users.isEmpty()) {
			Flash.done(redirect, "strategy.put-away", strategy.name());
		}
		else {
			Flash.error(redirect, "strategy.in-use", strategy.name(), users);
		}
		return "redirect:/strategies/" + strategy.slug();
	}

	@DeleteMapping("/{id}/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Strategy restored = this.management.restore(this.strategies.get(id), actor);
		Flash.done(redirect, "strategy.restored", restored.name());
		return "redirect:/strategies/" + restored.slug();
	}

}
